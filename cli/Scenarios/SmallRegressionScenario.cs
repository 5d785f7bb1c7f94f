using Canary.Cli.Screens;
using Canary.Cli.Setup;
using Canary.Cli.Watching;
using Canary.Rollouts;

namespace Canary.Cli.Scenarios;

/// <summary>
/// The candidate fails five times as often as the live version, and yet so seldom that no alarm can tell it from a usual day.
/// </summary>
internal sealed class SmallRegressionScenario : IScenario
{
    private const string Plan = """
        "steps":[{"weight":50,"bakeSeconds":900}]
        """;

    /// <summary>What the alarm bears of all requests.</summary>
    private const double Borne = .05;

    public string Name => "small-regression";

    public string About =>
        "the live version fails 0.2 % of requests, the candidate 1 %: the alarm stays OK, the analysis catches it";

    /// <summary>Some five thousand are needed to tell them apart.</summary>
    public double Traffic => 400;

    public async Task<ScenarioResult> ShowAsync(Pipeline pipeline, CancellationToken cancellationToken)
    {
        var stack = pipeline.Stack;
        var borne = (int)Math.Ceiling(Borne * 60 * stack.TrafficPerSecond);
        await stack.SetAlarmAsync(Sample.PatientAlarm(borne), cancellationToken);
        await stack.ChangeAsync(new() { ["RELEASE"] = "2", ["ERROR_RATE"] = "0.002" }, cancellationToken);
        var byHand = new Operator(stack.Clients.Lambda);
        var live = await byHand.PublishAsync(cancellationToken);
        await byHand.SetAliasAsync(live, cancellationToken);
        pipeline.Say($"{Sample.Alias} is at version {live}, "
            + $"which fails 0.2 % of its requests. {Sample.Alarm} bears {borne} errors in a minute, which is 5 %. "
            + "Waiting for the first one …");
        await pipeline.UntilFailedAsync(live, cancellationToken);
        var rollout = await pipeline.ReleaseAsync(
            new("A slightly worse version (RELEASE=3, ERROR_RATE=0.01)", "small-regression", Plan),
            new() { ["RELEASE"] = "3", ["ERROR_RATE"] = "0.01" },
            cancellationToken);
        var shown =
            $"The analysis caught the candidate {Format.Duration(Detection.Delay(rollout.View))} after it got half of "
                + "the traffic. "
                + $"{Sample.Alarm} was OK all along.";
        return new([rollout], shown, Faults(rollout));
    }

    internal static IReadOnlyList<string> Faults(RolloutResult rollout) =>
    [
        .. Expect.Ended(rollout, Outcome.RolledBack),
        .. Expect.That(Detection.IsByAnalysis(rollout.View), "It was not the analysis that caught the candidate."),
        .. Expect.That(!rollout.View.HasAlarmFired, "The alarm fired, so the regression was not a small one."),
        .. Expect.Alias(rollout, rollout.AliasBefore),
    ];
}
