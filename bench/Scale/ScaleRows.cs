namespace Canary.Bench.Scale;

/// <summary>The benchmark's rows.</summary>
internal static class ScaleRows
{
    // What aws-lambda-deploy costs for ten steps of a minute: 52 state transitions, 10 metrics.
    private const double DollarsOfTheRival = 0.0014;

    // Without quotas those of one account have nothing to do with those of another: one for each core of a small machine.
    private const int AccountsOfAnHour = 2;

    private static readonly TimeSpan TenMinutes = TimeSpan.FromMinutes(10);
    private static readonly ScaleGoal[] OfFew = [ScaleGoal.AsDeserved, ScaleGoal.LongestOverPlan(1.25)];
    private static readonly ScaleGoal[] OfMany =
    [
        ScaleGoal.AsDeserved, ScaleGoal.InTwiceTheLimit, ScaleGoal.AlarmToBack(.95, 180), ScaleGoal.StopToBack(.95, 60),
    ];

    public static IReadOnlyList<ScaleRow> InOrder { get; } =
    [
        new("one alone", 1, ScaleGoal.AsDeserved, ScaleGoal.LongestGap(16), ScaleGoal.ScarceCalls(10), ScaleGoal.Dollars(.0028))
        {
            FateOf = _ => Fate.Good,
            IsQuick = true,
        },
        new("one alone, bad", 1, ScaleGoal.AsDeserved, ScaleGoal.AlarmToBack(1, 17)) { FateOf = _ => Fate.Bad, IsQuick = true },
        new("one alone, stopped", 1, ScaleGoal.AsDeserved, ScaleGoal.StopToBack(1, 60))
        {
            FateOf = _ => Fate.Stopped,
            IsQuick = true,
        },
        new(
            "ten steps of a minute",
            1,
            ScaleGoal.AsDeserved,
            ScaleGoal.LongestGap(16),
            ScaleGoal.Dollars(4 * DollarsOfTheRival + .0001))
        {
            Plan = $"\"steps\": [{string.Join(", ", Enumerable.Range(1, 11).Select(StepOf))}]",
            Bake = TenMinutes,
            FateOf = _ => Fate.Good,
            IsQuick = true,
        },
        new("20 at once", 20, OfFew) { IsQuick = true },
        new("50 at once", 50, OfFew) { IsQuick = true },
        new("200 at once", 200, OfMany),
        new("1,000 at once", 1_000, OfMany),
        new("20 over 10 minutes", 20, OfFew) { Over = TenMinutes },
        new("50 over 10 minutes", 50, OfFew) { Over = TenMinutes },
        new("300 over 10 minutes", 300, OfFew) { Over = TenMinutes },
        new("1,000 over 10 minutes", 1_000, OfMany) { Over = TenMinutes },
    ];

    /// <summary>Rollouts of an hour with a check every 15 seconds: how fast the embedded AWS is.</summary>
    public static ScaleRow OfAnHour(int rollouts) => new(
        $"{rollouts:N0} of an hour in {AccountsOfAnHour} accounts, without quotas",
        rollouts,
        ScaleGoal.AsDeserved,
        ScaleGoal.LongestGap(16),
        ScaleGoal.WallSeconds(120))
    {
        Plan = "\"steps\": [{\"weight\": 10, \"bakeSeconds\": 3600}, {\"weight\": 100}]",
        Bake = TimeSpan.FromHours(1),
        HasQuotas = false,
        Accounts = AccountsOfAnHour,
    };

    private static string StepOf(int step) => step > 10
        ? """{"weight": 100}"""
        : $$"""{"weight": {{9 * step}}, "bakeSeconds": 60}""";
}
