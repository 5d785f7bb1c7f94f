using System.Text.Json;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Rollouts;

namespace Canary.Functions.Tests.Fakes;

/// <summary>Step Functions behind the adapters: histories and lists in pages, in memory.</summary>
internal sealed class FakeStepFunctions()
    : AmazonStepFunctionsClient(new AnonymousAWSCredentials(), new AmazonStepFunctionsConfig { ServiceURL = "http://localhost" })
{
    /// <summary>A history's pages, the newest event first.</summary>
    public List<List<HistoryEvent>> History { get; } = [];

    /// <summary>The pages of each list, by the status that is asked for.</summary>
    public Dictionary<string, List<List<ExecutionListItem>>> Lists { get; } = [];

    public string? Status { get; set; }

    /// <summary>What every call is answered with, where it is not null.</summary>
    public Exception? Fault { get; set; }

    /// <summary>How many pages were asked for.</summary>
    public int Pages { get; private set; }

    public static HistoryEvent Event(HistoryEventType type) => new() { Type = type };

    /// <summary>A state was entered, with the document of a rollout or with anything else.</summary>
    public static HistoryEvent Entered(string state, Rollout? document) => new()
    {
        Type = HistoryEventType.TaskStateEntered,
        StateEnteredEventDetails = new()
        {
            Name = state,
            Input = document is null ? "{}" : JsonSerializer.Serialize(document, CanaryJson.Relaxed.Rollout),
        },
    };

    public override Task<GetExecutionHistoryResponse> GetExecutionHistoryAsync(
        GetExecutionHistoryRequest request, CancellationToken cancellationToken = default)
    {
        var (page, next) = Turn(History, request.NextToken);
        return Answer(new GetExecutionHistoryResponse { Events = page, NextToken = next });
    }

    public override Task<ListExecutionsResponse> ListExecutionsAsync(
        ListExecutionsRequest request, CancellationToken cancellationToken = default)
    {
        var (page, next) = Turn(Lists.GetValueOrDefault(request.StatusFilter.Value, []), request.NextToken);
        return Answer(new ListExecutionsResponse { Executions = page, NextToken = next });
    }

    public override Task<DescribeExecutionResponse> DescribeExecutionAsync(
        DescribeExecutionRequest request, CancellationToken cancellationToken = default) =>
        Answer(new DescribeExecutionResponse { Status = Status });

    private Task<T> Answer<T>(T answer) => Fault is null ? Task.FromResult(answer) : Task.FromException<T>(Fault);

    private (List<T> Page, string? Next) Turn<T>(List<List<T>> pages, string? token)
    {
        Pages++;
        var index = token is null ? 0 : int.Parse(token, System.Globalization.CultureInfo.InvariantCulture);
        return (index < pages.Count ? pages[index] : [], index + 1 < pages.Count ? $"{index + 1}" : null);
    }
}
