using Canary.Local.Clocks;
using Canary.Local.StepFunctions;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.StepFunctions;

/// <summary>Step Functions in virtual time, with functions that answer as told.</summary>
public sealed class Workflows
{
    public const string Role = "arn:aws:iam::123456789012:role/states";

    public static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private int _machines;

    public Workflows(Random? random = null) => Service = new StepFunctionsService(Clock, new AwsAccount(), Functions, random);

    public VirtualClock Clock { get; } = new(Start);

    public FakeFunctions Functions { get; } = new();

    public StepFunctionsService Service { get; }

    /// <summary>Wraps states into a definition that starts at the state A.</summary>
    public static string Machine(string states, string more = "") => $$$"""{"StartAt":"A",{{{more}}}"States":{{{{states}}}}}""";

    /// <summary>A Task state that invokes the function "work" with the state's input.</summary>
    public static string Task(string name, string more) =>
        $$"""
        "{{name}}":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"work",
        "Payload.$":"$"},{{more}}}
        """;

    public string Create(string states, string more = "") =>
        Service.CreateStateMachine($"machine-{++_machines}", Machine(states, more), Role);

    public string Begin(string states, string input = "{}", string more = "") =>
        Service.StartExecution(Create(states, more), null, input).ExecutionArn;

    public Task<ExecutionDescription> RunAsync(string states, string input = "{}", string more = "") =>
        EndAsync(Begin(states, input, more));

    public Task<ExecutionDescription> EndAsync(string arn) => Clock.RunUntilAsync(Service.WhenEndedAsync(arn));

    /// <summary>The history in short: each event as "id←previous type".</summary>
    public string[] History(string arn) =>
        [.. Service.GetExecutionHistory(arn).Select(e => $"{e.Id}←{e.PreviousEventId} {e.Type}")];
}
