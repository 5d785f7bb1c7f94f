using System.Globalization;

namespace Canary.Bench.Detection;

/// <summary>What Canary's judge reached, and what it had to.</summary>
internal static class TargetTable
{
    public static string Header => "| | scenario | runs | measured | met |\n| --- | --- | ---: | --- | --- |";

    public static string Line(Findings findings)
    {
        var measured = findings.Scenario.Targets.Select(target => string.Create(CultureInfo.InvariantCulture,
            $"{target.What} {target.Of(findings.Own):0.####} "
            + $"({(target.AtMost ? "at most" : "at least")} {target.Bound:0.####})"));
        var met = findings.MeetsTargets ? "yes" : "**no**";
        return $"| {findings.Scenario.Id} | {findings.Scenario.Name} | {findings.Own.Runs} "
            + $"| {string.Join(", ", measured)} | {met} |";
    }
}
