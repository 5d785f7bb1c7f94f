using Canary.Statistics;

namespace Canary.Tests.Statistics;

/// <summary>What tests of the judge judge.</summary>
internal static class Traffic
{
    public static DateTimeOffset Noon { get; } = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static Minute Minute(int index, long nc, long ec, long ns, long es, double largestShare = 0) =>
        new(Noon.AddMinutes(index), new(nc, ec), new(ns, es)) { LargestShare = largestShare };

    /// <summary>The same minute a number of times, after others.</summary>
    public static IReadOnlyList<Minute> Minutes(
        this IReadOnlyList<Minute> before, int times, long nc, long ec, long ns, long es) =>
        [.. before, .. Enumerable.Range(before.Count, times).Select(i => Minute(i, nc, ec, ns, es))];

    public static IReadOnlyList<Minute> Minutes(int times, long nc, long ec, long ns, long es) =>
        Minutes([], times, nc, ec, ns, es);

    public static Signal Signal(IReadOnlyList<Minute> minutes, Calibration? calibration = null) =>
        new("failed", minutes, calibration ?? Calibration.Steady);

    public static Judgement Judgement(IReadOnlyList<Minute> minutes, Calibration? calibration = null) =>
        SequentialJudge.Judge(Signal(minutes, calibration), [], new());
}
