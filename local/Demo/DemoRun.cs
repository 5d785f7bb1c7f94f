namespace Canary.Local.Demo;

/// <summary>The demo: releases a good version and then a bad one.</summary>
internal sealed class DemoRun : IScenario
{
    private const string Plan = """
        "steps":[{"weight":10,"bakeSeconds":120},{"weight":25,"bakeSeconds":90},{"weight":50,"bakeSeconds":60}]
        """;

    public string Name => "";

    public string About => "a good version is promoted, a bad one rolled back";

    public async Task<ScenarioResult> ShowAsync(Pipeline pipeline, CancellationToken cancellationToken)
    {
        var good = await pipeline.ReleaseAsync(new("1 of 2: a good version (RELEASE=2)", "good", Plan), new() { ["RELEASE"] = "2" }, cancellationToken);
        var bad = await pipeline.ReleaseAsync(
            new("2 of 2: a bad version (RELEASE=3, ERROR_RATE=0.2)", "bad", Plan), new() { ["RELEASE"] = "3", ["ERROR_RATE"] = "0.2" }, cancellationToken);
        return new([good, bad], "The good version was promoted, the bad one rolled back with the alias exactly as before.", DemoVerdict.Faults(good, bad));
    }
}
