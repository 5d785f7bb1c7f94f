using System.Text.Json;
using Canary.Cli.CommandLine;
using Canary.Cli.Planning;
using Canary.Cli.Tests.Files;
using Canary.Input;
using Canary.Planning;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Cli.Tests.Planning;

public class PlanAnswerTests
{
    private const string Execution = "arn:aws:states:us-east-1:123456789012:execution:canary:plan";
    private const string Good =
        "functionName: orders\naliasName: live\ndeploymentConfig: Canary10Percent5Minutes\nalarms:\n  - errors\n";

    private static readonly PlanFindings World = new()
    {
        Latest = new("$LATEST", "hash", "Active", "Successful", null),
        Stable = new("3", "old", "Active", "Successful", null),
        Alias = new(new("3"), "revision-1"),
        Alarms = [new("errors", Ports.AlarmState.Ok, null)],
        History = new(new(new Dictionary<string, IReadOnlyDictionary<DateTimeOffset, double>>()), null),
    };

    [Fact]
    public async Task Text_OfARolloutThatCouldBegin_HasPlanTimeAndDollars()
    {
        var plan = await AnsweredAsync(Good, World);

        Assert.Equal(ExitCode.Done, plan.ExitCode);
        var lines = plan.Text.Split('\n');
        Assert.Equal("orders:live: live is at version 3. $LATEST would be published and released.", lines[0]);
        Assert.Contains("  The plan is 10 % for 300 s, 100 %.", lines);
        Assert.Contains("  1 alarm is checked every 15 s.", lines);
        Assert.Contains(
            "  It takes 5 min, or up to 20 min where the analysis waits for a verdict or a person is asked.", lines);
        Assert.Contains(
            "  It costs about $0.0029: 70 state transitions, and 98 metrics read. Lambda and logs are extra.", lines);
        Assert.Equal("Nothing was changed.", lines[^1]);
    }

    [Fact]
    public async Task Json_OfARolloutThatCouldBegin_IsTheDocumentWithAnEstimate()
    {
        var json = (await AnsweredAsync(Good, World)).Json;

        Assert.Equal("InProgress", json["outcome"]!.GetValue<string>());
        Assert.Equal(
            """{"seconds":300,"longestSeconds":1200,"transitions":70,"metrics":98,"dollars":0.00294}""",
            Output.Line(json["estimate"]!.AsObject()));
        Assert.False(json.ContainsKey("internal"));
        Assert.False(json.ContainsKey("places"));
    }

    [Fact]
    public async Task Text_OfARolloutThatWouldBeRefused_HasEachFaultAtItsLine()
    {
        var plan = await AnsweredAsync(Good, World with { Alarms = [] });

        Assert.Equal(ExitCode.Misused, plan.ExitCode);
        Assert.Equal(
            [
                $"{plan.File.Path}:5:5: The alarm \"errors\" does not exist in this account and Region. Check alarms.",
                "A rollout would be refused. Nothing was changed.",
            ],
            plan.Text.Split('\n'));
        Assert.Equal(5, plan.Json["places"]![0]!["line"]!.GetValue<int>());
    }

    [Fact]
    public async Task Text_WhereThereIsNothingToDo_SaysSo()
    {
        var plan = await AnsweredAsync(
            Good + "targetVersion: \"3\"", World with { Target = World.Stable });

        Assert.Equal(ExitCode.Done, plan.ExitCode);
        Assert.Equal(["Nothing to do: orders:live is at version 3 already.", "Nothing was changed."], plan.Text.Split('\n'));
    }

    [Fact]
    public async Task ExitCode_WhereAnotherRolloutHoldsTheAlias_Is3()
    {
        var plan = await AnsweredAsync(
            Good, World with { Hold = new(Execution, Executions.HoldState.Runs, "RUNNING") });

        Assert.Equal(ExitCode.Busy, plan.ExitCode);
    }

    [Fact]
    public async Task Text_OfAFirstDeployment_HasNoStepsToWaitFor()
    {
        var plan = await AnsweredAsync(Good + "createAlias: true", World with { Alias = null, Stable = null });

        Assert.Contains("  It is over as soon as the version is ready.", plan.Text.Split('\n'));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"reason":7}""")]
    public async Task Of_WhatIsNoDocument_IsRefusedQuotingIt(string answer)
    {
        var file = await RolloutText.OpenAsync(Good);
        using var json = JsonDocument.Parse(answer);

        var fault = Assert.Throws<CommandFault>(() => PlanAnswer.Of(file, json.RootElement));

        Assert.Equal(ExitCode.Unreachable, fault.ExitCode);
        Assert.Contains($"answers {answer}, which", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_OfAFile_IsAsTheStateMachineAsks()
    {
        var question = PlanQuestion.Of(
            await RolloutText.OpenAsync(Good),
            new("canary", "aws", "us-east-1", "123456789012"),
            new(2026, 11, 27, 9, 30, 0, TimeSpan.FromHours(1)));

        var read = question.Deserialize(CanaryJson.Relaxed.PlanRolloutInput)!;
        Assert.Equal("arn:aws:states:us-east-1:123456789012:execution:canary:canary-plan-20261127T083000Z", read.Execution);
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 8, 30, 0, TimeSpan.Zero), read.At);
        Assert.False(read.Begins);
        Assert.Empty(InputFaults.Of(read.Input, read.Execution));
    }

    private static async Task<PlanAnswer> AnsweredAsync(string text, PlanFindings world)
    {
        var file = await RolloutText.OpenAsync(text);
        var faults = new List<string>();
        var request = RequestReader.Read(file.Json, Execution, faults);
        Assert.Empty(faults);
        var document = PlanRollout.Plan(request, faults, world, Execution, new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return PlanAnswer.Of(file, JsonSerializer.SerializeToElement(document, RolloutJson.Relaxed.Rollout));
    }
}
