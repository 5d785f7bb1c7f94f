using System.Text.Json;
using Amazon.Lambda.Model;
using Canary.Cli.CommandLine;
using Canary.Local.Faults;

namespace Canary.Cli.Tests.Cockpit;

/// <summary>What the doctor finds.</summary>
public sealed class DoctorTests : IAsyncDisposable
{
    private readonly Stage _stage = new();

    [Fact]
    public async Task Doctor_AStackThatIsAsDeployed_FindsNothingWrong()
    {
        await _stage.PassAsync(600);

        var typed = await _stage.TypeAsync("doctor", Stage.Title, "--alarm", Stage.Alarm);

        Assert.DoesNotContain("✘", typed.Output, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Done, ""), (typed.Exit, typed.Error));
        Assert.Contains("✔ credentials: you are arn:aws:iam::123456789012:user/alice", typed.Output, StringComparison.Ordinal);
        Assert.Contains("✔ Lambdas: 17 are there, all of the same code.", typed.Output, StringComparison.Ordinal);
        Assert.Contains("✔ permissions: you may start, watch", typed.Output, StringComparison.Ordinal);
        Assert.Contains("✔ alias: orders:live is at version 1, and free.", typed.Output, StringComparison.Ordinal);
        Assert.Contains($"✔ alarms: {Stage.Alarm} is OK.", typed.Output, StringComparison.Ordinal);
        Assert.Contains("! metrics: orders has served nothing", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_AStackThatIsNew_KnowsThatTheFirstSweepIsStillToCome()
    {
        await _stage.PassAsync(120);

        var typed = await _stage.TypeAsync("doctor");

        Assert.Contains("! Canary's alarms: canary-SweepMissing is in ALARM until", typed.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, typed.Exit);
    }

    [Fact]
    public async Task Doctor_ASweepThatNeverRuns_HasToBeMended()
    {
        _stage.Canary.Aws.Events.DisableRule("canary-Sweep");
        await _stage.PassAsync(1200);

        var typed = await _stage.TypeAsync("doctor");

        Assert.Contains("✘ Canary's alarms: canary-SweepMissing is in ALARM: the five", typed.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Misused, typed.Exit);
    }

    [Fact]
    public async Task Doctor_ChangesNothing()
    {
        await _stage.TypeAsync("doctor", Stage.Title);

        Assert.Equal("There is no rollout yet.", (await _stage.TypeAsync("list")).Output.Trim());
    }

    [Fact]
    public async Task Doctor_AnotherStack_SaysThatThereIsNone()
    {
        var typed = await _stage.TypeAsync("doctor", "--stack", "canaries");

        Assert.Equal(ExitCode.Misused, typed.Exit);
        Assert.Contains("✘ state machine: there is none named canaries", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_AFunctionThatIsMissing_IsNamed()
    {
        _stage.Canary.Aws.Lambda.DeleteFunction("canary-RestoreAlias");

        var typed = await _stage.TypeAsync("doctor");

        Assert.Equal(ExitCode.Misused, typed.Exit);
        Assert.Contains("✘ Lambdas: there is no canary-RestoreAlias", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_AnUpgradeUnderWay_IsTold()
    {
        var states = _stage.Canary.Aws.StepFunctions;
        var machine = states.ListStateMachines().Items.Single().StateMachineArn;
        states.UpdateStateMachine(machine, null, "arn:aws:iam::123456789012:role/newer");
        states.UpdateStateMachineAlias(
            _stage.Canary.StateMachine, [new($"{machine}:1", 80), new(states.PublishStateMachineVersion(machine), 20)]);

        var typed = await _stage.TypeAsync("doctor");

        Assert.Contains(
            "! state machine: an upgrade of Canary is under way: of new rollouts 20 % start on version 2, and the others on 1.",
            typed.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_AStackWithoutTheAlias_IsOfAnOlderRelease()
    {
        _stage.Canary.Aws.StepFunctions.DeleteStateMachineAlias(_stage.Canary.StateMachine);

        var typed = await _stage.TypeAsync("doctor");
        var started = await _stage.TypeAsync(
            "start", "--function", "orders", "--alias", "live", "--deployment-config", "AllAtOnce");

        Assert.Equal(ExitCode.Misused, typed.Exit);
        Assert.Contains("✘ state machine: it has no alias live", typed.Output, StringComparison.Ordinal);
        Assert.Contains("it has no state machine canary with an alias live", started.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_AStepOfOtherCode_IsNamedByItsVersion()
    {
        var states = _stage.Canary.Aws.StepFunctions;
        var machine = states.ListStateMachines().Items.Single().StateMachineArn;
        var definition = states.DescribeStateMachine(machine).Definition;
        states.UpdateStateMachine(
            machine, definition.Replace("canary-PromoteFunction:1", "canary-PromoteFunction:2", StringComparison.Ordinal), null);

        var typed = await _stage.TypeAsync("doctor");

        Assert.Contains("✘ Lambdas: there is no canary-PromoteFunction:2.", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_WhatTheCallerMayNotDo_IsTold()
    {
        _stage.Canary.Aws.Faults.Add(new Fault("states", "StopExecution", FaultKind.AccessDenied));
        _stage.Canary.Aws.Faults.Add(new Fault("lambda", "Invoke", FaultKind.AccessDenied));

        var typed = await _stage.TypeAsync("doctor", "--output", "json");

        using var json = JsonDocument.Parse(typed.Output);
        var found = json.RootElement.GetProperty("found").EnumerateArray();
        var told = string.Join('\n', found.Select(one => one.GetProperty("text").GetString()));
        Assert.Contains("states:StopExecution (for abort)", told, StringComparison.Ordinal);
        Assert.Contains("lambda:InvokeFunction on canary-Approve (for approve and reject)", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lambda", "GetAlias", "! alias: You may not do this")]
    [InlineData("cloudwatch", "GetMetricData", "! metrics: You may not do this", "cloudwatch:GetMetricData (for the traffic")]
    [InlineData("cloudwatch", "DescribeAlarms", "! alarms: You may not do this", "cloudwatch:DescribeAlarms (for watch")]
    public async Task Doctor_WhatMayNotBeLookedAt_IsToldBesideAllElse(string service, string call, params string[] told)
    {
        _stage.Canary.Aws.Faults.Add(new Fault(service, call, FaultKind.AccessDenied));

        var typed = await _stage.TypeAsync("doctor", Stage.Title, "--alarm", Stage.Alarm);

        Assert.Equal((ExitCode.Done, ""), (typed.Exit, typed.Error));
        Assert.All(told, one => Assert.Contains(one, typed.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Doctor_TheMarkOfARolloutThatThereIsNotAnyMore_IsToldWithItsCure()
    {
        const string Gone = "arn:aws:states:us-east-1:123456789012:execution:canary:long-ago";
        await _stage.PassAsync(600);
        await _stage.Lambda.UpdateAliasAsync(new UpdateAliasRequest
        {
            FunctionName = Stage.Function,
            Name = "live",
            Description = $"Held by Canary rollout {Gone}",
        });

        var typed = await _stage.TypeAsync("doctor", Stage.Title, "--alarm", Stage.Alarm);

        Assert.Equal((ExitCode.Misused, ""), (typed.Exit, typed.Error));
        Assert.Contains($"orders:live is at version 1, and bears the mark of {Gone}", typed.Output, StringComparison.Ordinal);
        Assert.Contains("takeOver: true", typed.Output, StringComparison.Ordinal);
        Assert.Contains($"✔ alarms: {Stage.Alarm} is OK.", typed.Output, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();
}
