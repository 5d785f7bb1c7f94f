using System.Globalization;
using System.Text.RegularExpressions;
using Canary.Statistics;

namespace Canary.Tests.Statistics;

/// <summary>By how much a healthy candidate may be worse.</summary>
public partial class BoundTests
{
    [Theory]
    [InlineData(10, 600, 0, 5_400, 0,
        "0 % of 6,000 requests failed, stable 0 % of 54,000: no worse, and 0.07 % or more is ruled out")]
    [InlineData(10, 600, 6, 5_400, 54,
        "1 % of 6,000 requests failed, stable 1 % of 54,000: no worse, and 1.5 times the stable rate is ruled out")]
    [InlineData(20, 600, 7, 5_400, 54,
        "1.2 % of 12,000 requests failed, stable 1 % of 108,000: "
        + "not shown to be worse, and 1.6 times the stable rate is ruled out")]
    public void Judge_Healthy_SaysWhatIsRuledOut(int minutes, long nc, long ec, long ns, long es, string reason) =>
        Assert.Equal(
            new(HealthState.Healthy, $"candidate {reason}"),
            Traffic.Judgement(Traffic.Minutes(minutes, nc, ec, ns, es)).Verdict);

    // What is ruled out is true of one healthy candidate in twenty at most.
    [Theory]
    [InlineData(.004, .004)]
    [InlineData(.015, .01)]
    [InlineData(.03, .02)]
    public void Judge_Healthy_SeldomRulesOutWhatIsTrue(double candidate, double stable)
    {
        var (wrong, healthy) = (0, 0);
        Parallel.For(0, 1_000, run =>
        {
            var random = new Random(run);
            var verdict = Traffic.Judgement([.. Enumerable.Range(0, 30).Select(i => Traffic.Minute(
                i, 100, Chance.Binomial(random, 100, candidate), 900, Chance.Binomial(random, 900, stable)))]).Verdict;
            if (verdict.Health != HealthState.Healthy) return;
            Interlocked.Increment(ref healthy);
            if (IsWrong(verdict.Reason, candidate, stable)) Interlocked.Increment(ref wrong);
        });

        Assert.InRange(wrong, 0, 50);
        Assert.InRange(healthy, 100, 1_000);
    }

    private static bool IsWrong(string reason, double candidate, double stable)
    {
        var match = RuledOut().Match(reason);
        Assert.True(match.Success, reason);
        if (match.Groups["percent"] is { Success: true } percent) return candidate >= Number(percent) / 100;
        return candidate >= stable * (match.Groups["times"] is { Success: true } times ? Number(times) : 2);
    }

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<percent>[0-9.]+) % or more is|(?<times>[0-9.]+) times the stable rate is|twice the stable rate is")]
    private static partial Regex RuledOut();
}
