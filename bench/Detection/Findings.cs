namespace Canary.Bench.Detection;

/// <summary>What the judges did in one scenario.</summary>
/// <param name="Scenario">The scenario.</param>
/// <param name="Tallies">By the judges' names.</param>
internal sealed record Findings(Scenario Scenario, IReadOnlyDictionary<string, Tally> Tallies)
{
    public Tally Own => Tallies["Canary"];

    public bool MeetsTargets => Scenario.Targets.All(target => target.IsMet(Own));
}
