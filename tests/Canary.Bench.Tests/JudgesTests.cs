using Canary.Bench.Detection;
using Canary.Statistics;

namespace Canary.Bench.Tests;

/// <summary>The other judges' rules, on failures of the candidate of 1,000 requests a minute.</summary>
public class JudgesTests
{
    [Theory]
    [InlineData("any error", "0 0 1", 2)]
    [InlineData("alarm of SAM's example", "1 0 1 1", 3)]
    [InlineData("alarm > 5 % twice", "51 50 51 51", 3)]
    [InlineData("alarm > 5 % twice", "50 50 50", null)]
    [InlineData("Argo Rollouts", "51 0 51 51 0 51", 5)]
    [InlineData("Argo Rollouts", "51 51 51", null)]
    [InlineData("Flagger", "11 11 0 11 11 11", 5)]
    [InlineData("Flagger", "10 10 10 10 10 10", null)]
    [InlineData("Kayenta", "20 21 22 23 24 25", 4)]
    [InlineData("Kayenta", "20 20 20 20 20 20", 3)]
    [InlineData("Kayenta", "0 0 0 0 0 0", null)]
    [InlineData("Canary", "0 0 40", 2)]
    [InlineData("Canary", "0 0 0", null)]
    public void RollsBackAt_FailuresMinuteByMinute_FollowsTheRule(string judge, string failures, int? look)
    {
        Minute[] looks =
        [
            .. failures.Split(' ').Select(
                (bad, i) => new Minute(DateTimeOffset.UnixEpoch.AddMinutes(i), new(1_000, long.Parse(bad)), new(9_000, 0))),
        ];

        Assert.Equal(look, DetectionBenchmark.Judges.Single(each => each.Name == judge)
            .RollsBackAt(new(new(1, [new(.1, looks.Length)], []), looks, [])));
    }
}
