using System.Globalization;
using Canary.Input;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Wording;

namespace Canary.Analysis;

/// <summary>What the plan says of the analysis.</summary>
internal static class AnalysisText
{
    /// <summary>Sentences that follow on others; empty where nothing is compared.</summary>
    public static string Of(AnalysisPlan? plan, AnalysisMemory? known)
    {
        if (plan is null || known is null) return "";
        List<string> by = [];
        if (known.Errors is { } errors) by.Add($"failed requests{Bursty(errors.IsBursty)}");
        if (known.Slow is { } thresholds)
        {
            var bursty = thresholds.Any(slow => slow.Calibration.IsBursty);
            by.AddRange(thresholds.GroupBy(slow => slow.CountsQuick).Select(kind => $"those that take "
                + $"{(kind.Key ? "at most" : "over")} {string.Join(" and ", kind.Select(slow => slow.Text))}{Bursty(bursty)}"));
        }
        by.AddRange((plan.Metrics ?? []).Select(metric => metric.Name));
        if (known.IsEmpty) return " The versions are not compared, for too few requests were seen to say what is slow.";
        return " The versions are compared "
            + $"by {string.Join(", ", by)}.{(plan.DryRun ? " That is a dry run: it has no say." : "")}";
    }

    /// <summary>What the plan warns of: what was asked for, and cannot be judged.</summary>
    public static IEnumerable<string> WarningsOf(AnalysisRequest asked, AnalysisMemory known, TrafficHistory history)
    {
        if (asked.Latency is not null && known.Slow is null)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"Slow requests are not judged: "
                + $"fewer than {SlowRequests.FewestDurations} requests were seen in the 3 hours before, "
                + $"too few to say what is slow.");
        }
        var consequence = asked.OnInconclusive == OnInconclusive.Promote
            ? ""
            : " While it has none, the analysis is inconclusive, and onInconclusive decides.";
        foreach (var name in Baseline.Unseen(asked, history))
            yield return $"The metric {Quoted.Of(name)} had no value in the 3 hours before. "
                + $"If it should have had one, check its name and its dimensions.{consequence}";
    }

    private static string Bursty(bool isBursty) => isBursty ? ", which come in bursts here" : "";
}
