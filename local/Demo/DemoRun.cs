using Amazon.StepFunctions.Model;

namespace Canary.Local.Demo;

/// <summary>The demo: releases a good version and then a bad one, as a pipeline would.</summary>
internal sealed class DemoRun(Stage stage, IRolloutDisplay display, TimeProvider real, double speed)
{
    private static readonly string Input = Sample.Rollout("""
        "steps":[{"weight":10,"bakeSeconds":120},{"weight":25,"bakeSeconds":90},{"weight":50,"bakeSeconds":60}]
        """);
    private readonly RolloutWatch _watch = new(stage.Clients, stage.Tally, stage.Aws.Clock, real, speed);

    /// <summary>The rollout of a good version: other settings, the same manners.</summary>
    public Task<RolloutResult> ReleaseGoodAsync(CancellationToken cancellationToken) =>
        ReleaseAsync("1 of 2: a good version (RELEASE=2)", "good", new() { ["RELEASE"] = "2" }, cancellationToken);

    /// <summary>The rollout of a bad version: each fifth request fails.</summary>
    public Task<RolloutResult> ReleaseBadAsync(CancellationToken cancellationToken) =>
        ReleaseAsync("2 of 2: a bad version (RELEASE=3, ERROR_RATE=0.2)", "bad", new() { ["RELEASE"] = "3", ["ERROR_RATE"] = "0.2" }, cancellationToken);

    private async Task<RolloutResult> ReleaseAsync(string title, string name, Dictionary<string, string> variables, CancellationToken cancellationToken)
    {
        var began = real.GetTimestamp();
        var before = await _watch.ReadAliasAsync(cancellationToken);
        await stage.ChangeAsync(variables, cancellationToken);
        var view = new RolloutView(Sample.Function, Sample.Alias, stage.Tally.Snapshot());
        var execution = await stage.Clients.StepFunctions.StartExecutionAsync(
            new StartExecutionRequest { StateMachineArn = stage.StateMachineArn, Name = name, Input = Input }, cancellationToken);
        var last = await display.FollowAsync(_watch.FollowAsync(title, execution.ExecutionArn, view, cancellationToken));
        return new(title, last.View, before, last.View.Alias!, real.GetElapsedTime(began));
    }
}
