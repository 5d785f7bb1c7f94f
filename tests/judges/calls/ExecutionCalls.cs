using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Canary.Calls;

/// <summary>State machines and executions, with their histories.</summary>
internal static class ExecutionCalls
{
    private const string Role = "arn:aws:iam::123456789012:role/called";

    private const string Definition = """
        {"StartAt":"Shape","States":{
          "Shape":{"Type":"Pass","Parameters":{"text.$":"States.Format('{} of {}', $.n, $.of)","n.$":"$.n"},
          "ResultPath":"$.shaped","Next":"Choose"},
          "Choose":{"Type":"Choice","Choices":[
            {"Variable":"$.n","NumericGreaterThan":5,"Next":"Fail"},
            {"Variable":"$.wait","IsPresent":true,"Next":"Wait"}],"Default":"Succeed"},
          "Wait":{"Type":"Wait","SecondsPath":"$.wait","Next":"Succeed"},
          "Succeed":{"Type":"Succeed","OutputPath":"$.shaped"},
          "Fail":{"Type":"Fail","ErrorPath":"$.of","Cause":"too many"}}}
        """;

    /// <summary>State machines, and what is refused of executions.</summary>
    public static async Task RefuseAsync(IAmazonStepFunctions stepFunctions, Transcript transcript)
    {
        var machine =
            await transcript.MakeAsync("create a state machine", () => stepFunctions.CreateStateMachineAsync(Create("called")));
        await transcript.MakeAsync("create the same", () => stepFunctions.CreateStateMachineAsync(Create("called")));
        await transcript.MakeAsync(
            "create another one of that name", () => stepFunctions.CreateStateMachineAsync(Create("called", Definition + " ")));
        await transcript.MakeAsync(
            "create one of nonsense", () => stepFunctions.CreateStateMachineAsync(Create("nonsense", "nonsense")));
        await transcript.MakeAsync("create one with a bad name", () => stepFunctions.CreateStateMachineAsync(Create("a b")));
        await transcript.MakeAsync(
            "create one with a bad role", () => stepFunctions.CreateStateMachineAsync(Create("role", role: "nobody")));
        var arn = machine!.StateMachineArn;
        await transcript.MakeAsync(
            "describe the state machine", () => stepFunctions.DescribeStateMachineAsync(new() { StateMachineArn = arn }));
        await transcript.MakeAsync(
            "describe no state machine",
            () => stepFunctions.DescribeStateMachineAsync(new() { StateMachineArn = arn + "-none" }));
        var none = arn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal) + ":none";
        await transcript.MakeAsync(
            "start nothing", () => stepFunctions.StartExecutionAsync(new() { StateMachineArn = arn + "-none" }));
        await transcript.MakeAsync(
            "start with nonsense", () => stepFunctions.StartExecutionAsync(new() { StateMachineArn = arn, Input = "nonsense" }));
        await transcript.MakeAsync(
            "start with a bad name", () => stepFunctions.StartExecutionAsync(new() { StateMachineArn = arn, Name = "a b" }));
        await transcript.MakeAsync(
            "describe no execution", () => stepFunctions.DescribeExecutionAsync(new() { ExecutionArn = none }));
        await transcript.MakeAsync("stop no execution", () => stepFunctions.StopExecutionAsync(new() { ExecutionArn = none }));
        await transcript.MakeAsync(
            "read no execution", () => stepFunctions.GetExecutionHistoryAsync(new() { ExecutionArn = none }));
    }

    /// <summary>An execution from its start to its end.</summary>
    /// <param name="stepFunctions">Where.</param>
    /// <param name="transcript">What it comes to.</param>
    /// <param name="name">The state machine's and the execution's.</param>
    /// <param name="input">Decides how it ends.</param>
    public static async Task RunAsync(IAmazonStepFunctions stepFunctions, Transcript transcript, string name, string input)
    {
        var created =
            await transcript.MakeAsync($"create what {name}", () => stepFunctions.CreateStateMachineAsync(Create(name)));
        var machine = created!.StateMachineArn;
        var started = await transcript.MakeAsync($"start what {name}", () =>
            stepFunctions.StartExecutionAsync(new() { StateMachineArn = machine, Name = name, Input = input }));
        var execution = new DescribeExecutionRequest { ExecutionArn = started!.ExecutionArn };
        while ((await stepFunctions.DescribeExecutionAsync(execution)).Status == ExecutionStatus.RUNNING) await Task.Delay(50);
        await transcript.MakeAsync($"describe what {name}", () => stepFunctions.DescribeExecutionAsync(execution));
        await transcript.MakeAsync(
            $"read how it {name}", () => stepFunctions.GetExecutionHistoryAsync(new() { ExecutionArn = execution.ExecutionArn }));
        await transcript.MakeAsync($"start again what {name}", () =>
            stepFunctions.StartExecutionAsync(new() { StateMachineArn = machine, Name = name, Input = input }));
    }

    /// <summary>An execution that is stopped.</summary>
    public static async Task StopAsync(IAmazonStepFunctions stepFunctions, Transcript transcript)
    {
        var created =
            await transcript.MakeAsync("create what is stopped", () => stepFunctions.CreateStateMachineAsync(Create("stopped")));
        var machine = created!.StateMachineArn;
        var started = await transcript.MakeAsync("start what is stopped", () =>
            stepFunctions.StartExecutionAsync(
                new() { StateMachineArn = machine, Name = "stopped", Input = """{"n":1,"of":"x","wait":80000000}""" }));
        var execution = started!.ExecutionArn;
        await transcript.MakeAsync("start it again", () =>
            stepFunctions.StartExecutionAsync(
                new() { StateMachineArn = machine, Name = "stopped", Input = """{"n":1,"of":"x","wait":80000000}""" }));
        await transcript.MakeAsync("start another by that name", () =>
            stepFunctions.StartExecutionAsync(new() { StateMachineArn = machine, Name = "stopped", Input = """{"n":2}""" }));
        await UnderWayAsync(stepFunctions, execution);
        await transcript.MakeAsync(
            "stop it",
            () => stepFunctions.StopExecutionAsync(new() { ExecutionArn = execution, Error = "Operator", Cause = "enough" }));
        await OverAsync(stepFunctions, execution);
        await transcript.MakeAsync(
            "describe what was stopped", () => stepFunctions.DescribeExecutionAsync(new() { ExecutionArn = execution }));
        await transcript.MakeAsync("list what was stopped", () =>
            stepFunctions.ListExecutionsAsync(new() { StateMachineArn = machine, StatusFilter = ExecutionStatus.ABORTED }));
    }

    /// <summary>
    /// moto runs an execution on a thread of its own, and one that is stopped before that
    /// thread waits in its Wait runs on for ever.
    /// </summary>
    private static async Task UnderWayAsync(IAmazonStepFunctions stepFunctions, string execution)
    {
        await UntilAsync(async () =>
        {
            var history = await stepFunctions.GetExecutionHistoryAsync(new() { ExecutionArn = execution });
            return history.Events.Any(entry => entry.StateEnteredEventDetails?.Name == "Wait");
        });
        // Between the state's event and its wait nothing can be seen from outside.
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
    }

    /// <summary>moto's thread tells of the end, and does so later.</summary>
    private static Task OverAsync(IAmazonStepFunctions stepFunctions, string execution) => UntilAsync(async () =>
        (await stepFunctions.DescribeExecutionAsync(
            new DescribeExecutionRequest { ExecutionArn = execution })).Status != ExecutionStatus.RUNNING);

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 100 && !await holds(); tries++)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
    }

    private static CreateStateMachineRequest Create(string name, string definition = Definition, string role = Role) =>
        new() { Name = name, Definition = definition, RoleArn = role };
}
