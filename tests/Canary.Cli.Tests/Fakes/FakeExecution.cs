using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Rollouts;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Fakes;

/// <summary>An execution of the state machine, as a test has it go.</summary>
internal sealed class FakeExecution(string arn, string input)
{
    public static readonly DateTimeOffset Begin = Start;

    private readonly List<HistoryEvent> _events = [new() { Type = HistoryEventType.ExecutionStarted }];

    public string Arn => arn;

    public string Input => input;

    public string Status { get; private set; } = "RUNNING";

    private string? Document { get; set; }

    private (string? Error, string? Cause) Why { get; set; }

    /// <summary>A rollout of orders:live that is under way.</summary>
    public static FakeExecution Of(string name) =>
        new(FakeAws.Executions + name, """{"functionName":"orders","aliasName":"live","deploymentConfig":"AllAtOnce"}""");

    /// <summary>A state is entered and left.</summary>
    public FakeExecution Ran(string state, Rollout document)
    {
        _events.Add(new() { Type = HistoryEventType.TaskStateEntered, StateEnteredEventDetails = new() { Name = state } });
        _events.Add(new()
        {
            Type = HistoryEventType.TaskStateExited,
            StateExitedEventDetails = new() { Name = state, Output = Json(document) },
        });
        return this;
    }

    /// <summary>It ends, and with what outcome.</summary>
    public FakeExecution End(Rollout document) => document.Outcome is Outcome.Promoted or Outcome.Created or Outcome.NothingToDo
        ? End("SUCCEEDED", Json(document), null, null)
        : End("FAILED", null, $"{document.Outcome}", Json(document));

    public FakeExecution End(string status, string? output, string? error, string? cause)
    {
        (Status, Document, Why) = (status, output, (error, cause));
        var end = new HistoryEvent();
        switch (status)
        {
            case "SUCCEEDED":
                (end.Type, end.ExecutionSucceededEventDetails) = (HistoryEventType.ExecutionSucceeded, new() { Output = output });
                break;
            case "ABORTED":
                (end.Type, end.ExecutionAbortedEventDetails) =
                    (HistoryEventType.ExecutionAborted, new() { Error = error, Cause = cause });
                break;
            default:
                (end.Type, end.ExecutionFailedEventDetails) =
                    (HistoryEventType.ExecutionFailed, new() { Error = error, Cause = cause });
                break;
        }
        _events.Add(end);
        return this;
    }

    public DescribeExecutionResponse Describe() => new()
    {
        ExecutionArn = arn,
        Status = Status,
        Input = input,
        StartDate = Begin.UtcDateTime,
        StopDate = Status == "RUNNING" ? null : Begin.UtcDateTime.AddMinutes(5),
        Output = Document,
        Error = Why.Error,
        Cause = Why.Cause,
    };

    public List<HistoryEvent> NewestFirst()
    {
        for (var i = 0; i < _events.Count; i++)
            (_events[i].Id, _events[i].Timestamp) = (i + 1, Begin.UtcDateTime.AddSeconds(i));
        return [.. Enumerable.Reverse(_events)];
    }
}
