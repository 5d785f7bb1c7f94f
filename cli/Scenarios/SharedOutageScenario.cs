using Canary.Cli.Screens;
using Canary.Cli.Setup;
using Canary.Cli.Watching;
using Canary.Local.Faults;
using Canary.Local.Wire;
using Canary.Rollouts;

namespace Canary.Cli.Scenarios;

/// <summary>
/// Something that both versions need breaks for a while in the middle of a rollout, and is none of the candidate's doing.
/// </summary>
internal sealed class SharedOutageScenario : IScenario
{
    private const string Plan = """
        "steps":[{"weight":25,"bakeSeconds":300}]
        """;

    /// <summary>More errors in a minute than these are an outage.</summary>
    private const int Borne = 5;

    /// <summary>Seeded, so that it strikes in the same way each time.</summary>
    private const int Seed = 1;

    public string Name => "shared-outage";

    public string About =>
        "30 % of all requests fail for a while, at both versions: the alarm fires, the candidate is not blamed";

    public double Traffic => 300;

    public async Task<ScenarioResult> ShowAsync(Pipeline pipeline, CancellationToken cancellationToken)
    {
        await pipeline.Stack.SetAlarmAsync(Sample.PatientAlarm(Borne), cancellationToken);
        var (begin, end) = Outage(pipeline.Stack.Aws.Faults);
        // Its alarm would roll it back, rightly or not: this is about what the analysis says.
        var rollout = await pipeline.ReleaseAsync(
            new("A good version, and an outage on the way (RELEASE=2)", "shared-outage", Plan)
            {
                WatchesAlarm = false,
                Meanwhile = [begin, end],
            },
            new() { ["RELEASE"] = "2" },
            cancellationToken);
        var shown = $"For {Format.Duration(end.At - begin.At ?? default)} requests failed at both "
            + $"versions: {Told(rollout)}. {Sample.Alarm} fired, "
            + "but the analysis did not blame the candidate, which was promoted.";
        return new([rollout], shown, Faults(rollout));
    }

    internal static IReadOnlyList<string> Faults(RolloutResult rollout) =>
    [
        .. Expect.Ended(rollout, Outcome.Promoted),
        .. Expect.That(rollout.View.HasAlarmFired, "The alarm did not fire, so the outage was none."),
        .. Expect.That(
            rollout.View.Served.Versions is { Count: 2 } both && both.Values.All(count => count.Failures > 0),
            $"The outage should have struck both versions: {Told(rollout)}."),
        .. Expect.That(rollout.View.Evidence.Count > 0, "The versions were never compared."),
    ];

    private static (Interference Begin, Interference End) Outage(FaultRegistry faults)
    {
        IDisposable? outage = null;
        var begin = new Interference("outage", Interference.IsMiddle, (_, _) =>
        {
            outage = faults.Add(new Fault(ApiCall.Function, Sample.Function, FaultKind.UnknownError)
            {
                Probability = .3,
                Random = new Random(Seed),
            });
            return Task.FromResult("From now on 30 % of all requests fail, whichever version they reach.");
        });
        var end = new Interference("outage", view => outage is not null && view.HasAlarmFired, (_, _) =>
        {
            outage!.Dispose();
            return Task.FromResult($"It is over, once {Sample.Alarm} is in ALARM. This rollout does not watch it.");
        });
        return (begin, end);
    }

    private static string Told(RolloutResult rollout) => string.Join(", ", rollout.View.Served.Versions.Select(
        version =>
            $"{Format.Number(version.Value.Failures)} of {Format.Number(version.Value.Requests)} at version {version.Key}"));
}
