using Canary.Cli.Screens;
using Canary.Cli.Setup;

namespace Canary.Cli.Scenarios;

/// <summary>The demo: releases a good version and then a bad one.</summary>
internal sealed class DemoScenario : IScenario
{
    private const string Plan = """
        "steps":[{"weight":10,"bakeSeconds":120},{"weight":25,"bakeSeconds":90},{"weight":50,"bakeSeconds":60}],
        "checkIntervalSeconds":10
        """;

    /// <summary>More errors in a minute than these, in four minutes, are the alarm's business.</summary>
    private const int Borne = 5;

    /// <summary>Chance makes one minute in twenty look as if a part of it were missing: the analysis waits for another.</summary>
    private const int BorneMinutes = 4;

    public string Name => "";

    public string About => "a good version is promoted, a bad one rolled back";

    /// <summary>Enough to tell within a minute that a tenth of them goes worse.</summary>
    public double Traffic => 300;

    public async Task<ScenarioResult> ShowAsync(Pipeline pipeline, CancellationToken cancellationToken)
    {
        await pipeline.Stack.SetAlarmAsync(Sample.PatientAlarm(Borne, BorneMinutes), cancellationToken);
        var good = await pipeline.ReleaseAsync(
            new("1 of 2: a good version (RELEASE=2)", "good", Plan), new() { ["RELEASE"] = "2" }, cancellationToken);
        var bad = await pipeline.ReleaseAsync(
            new("2 of 2: a bad version (RELEASE=3, ERROR_RATE=0.2)", "bad", Plan),
            new() { ["RELEASE"] = "3", ["ERROR_RATE"] = "0.2" },
            cancellationToken);
        var shown = "The good version was promoted. The bad one was caught by the analysis, "
            + $"{Format.Duration(Detection.Delay(bad.View))} after the shift and before the alarm fired, "
            + "and rolled back with the alias exactly as before.";
        return new([good, bad], shown, DemoVerdict.Faults(good, bad));
    }
}
