using Amazon.StepFunctions.Model;
using Canary.Cli.Screens;
using Canary.Cli.Watching;

namespace Canary.Cli.Scenarios;

/// <summary>
/// Somebody presses Stop in the middle of a bake. No state of the execution runs any more, and yet the alias is given back.
/// </summary>
internal sealed class StopScenario : IScenario
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    public string Name => "stop";

    public string About => "Stop is pressed in the middle: all traffic is back at the stable version within seconds";

    /// <summary>Slow, so that seconds can be told apart.</summary>
    public double Speed => 5;

    public async Task<ScenarioResult> ShowAsync(Pipeline pipeline, CancellationToken cancellationToken)
    {
        var share = 0m;
        var press = new Interference("somebody", Interference.IsMiddle, async (view, cancel) =>
        {
            share = view.SetWeight;
            await pipeline.Stack.Clients.StepFunctions.StopExecutionAsync(
                new StopExecutionRequest
                {
                    ExecutionArn = view.Document!.Execution,
                    Error = "Stopped",
                    Cause = "Somebody pressed Stop.",
                }, cancel);
            return $"Pressed Stop (StopExecution), with {Format.Percent(share)} of the traffic at "
                + $"version {view.Document.CandidateVersion}.";
        });
        var restored = new Interference(
            "alias",
            view => view is { HasEnded: true, Alias.IsSettled: true },
            (view, _) => Task.FromResult(
                $"Version {view.Alias!.Version} has all traffic again, though the execution runs no more."));
        var rollout = await pipeline.ReleaseAsync(
            new("A good version, stopped on the way (RELEASE=2)", "stopped", ReleasePlan.ShortPlan)
            {
                Meanwhile = [press, restored],
            },
            new() { ["RELEASE"] = "2" },
            cancellationToken);
        var after = restored.At - rollout.View.Ended;
        var shown = $"Stop was pressed at {Told(press.At)}, and at {Told(restored.At)} all traffic was back at the stable one: "
            + $"{Format.Duration(after ?? default)} after the execution's end.";
        return new([rollout], shown, Faults(rollout, share, after));
    }

    /// <param name="rollout">The rollout that was stopped.</param>
    /// <param name="share">What the candidate had of the traffic when it was, in percent.</param>
    /// <param name="after">How long after its end, on the embedded AWS's clock, the alias was seen to be given back;
    /// null if it never was.</param>
    internal static IReadOnlyList<string> Faults(RolloutResult rollout, decimal share, TimeSpan? after) =>
    [
        .. Expect.That(rollout.View.Status == "ABORTED", $"The rollout was not stopped: {DemoVerdict.Told(rollout.View)}"),
        .. Expect.That(share > 0, "The candidate had no traffic when the rollout was stopped, so nothing could be given back."),
        .. Expect.Alias(rollout, rollout.AliasBefore),
        .. Expect.That(
            after is null || after <= Soon,
            $"The alias was given back only after {Format.Duration(after ?? default)}: "
            + $"that is more than {Format.Duration(Soon)}."),
    ];

    private static string Told(DateTimeOffset? at) => at is { } known ? Format.Time(known) : "no time";
}
