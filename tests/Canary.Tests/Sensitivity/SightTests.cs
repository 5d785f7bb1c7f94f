using Canary.Sensitivity;
using Canary.Statistics;
using Canary.Tests.Statistics;

namespace Canary.Tests.Sensitivity;

/// <summary>What a plan says that it can see: the judge is played on it.</summary>
public class SightTests
{
    private const int Runs = 400;
    private static readonly Stretch[] Ramp = [new(.01, 2), new(.05, 3), new(.1, 5), new(.5, 10)];
    private static readonly Stretch[] Ten = [new(.1, 10)];
    private static readonly Stretch[] Linear = [.. Enumerable.Range(1, 9).Select(i => new Stretch(i / 10.0, 1))];

    public static TheoryData<string, double, double> Plans => new()
    {
        { "ramp", 60, .002 }, { "ramp", 600, 0 }, { "ramp", 3_000, .01 }, { "ramp", 3_000, .05 },
        { "ten", 60, .01 }, { "ten", 600, .002 }, { "ten", 6_000, .01 },
        { "linear", 300, .01 }, { "linear", 3_000, .001 },
    };

    [Theory]
    [MemberData(nameof(Plans))]
    public void LeastRate_OfAPlan_IsCaughtInSomeFourOfFiveAndHalfTheExcessInFewer(string plan, double perMinute, double usual)
    {
        var sight = new Sight(
            plan == "ramp" ? Ramp : plan == "ten" ? Ten : Linear, perMinute, usual, 1, Tolerance.Errors, 50);
        var rate = sight.LeastRate(sight.Plan.Sum(one => one.Minutes))!.Value;

        Assert.InRange(Caught(sight, rate), .75, .97);
        Assert.InRange(Caught(sight, (rate + usual) / 2), .02, .45);
    }

    // 810 requests without a failure, and those of the minutes that are still under way.
    [Theory]
    [InlineData(200, 0, 138)]
    [InlineData(130, 0, double.PositiveInfinity)]
    [InlineData(130, 10, 138)]
    public void UntilHealthy_NothingFails_CountsTheRequestsThatItTakes(double minutes, double beyond, double healthy) =>
        Assert.Equal(
            healthy, new Sight([new(.1, minutes)], 60, 0, 1, Tolerance.Errors, 50).UntilHealthy(beyond), .5);

    // In batches of so many that fail together.
    [Theory]
    [InlineData(5, 3_000, .01)]
    [InlineData(10, 600, .005)]
    [InlineData(20, 6_000, .01)]
    public void LeastRate_OfBursts_IsCaughtInSomeFourOfFiveToo(int batch, double perMinute, double usual)
    {
        var random = new Random(1);
        var before = Calibration.Of(
            Enumerable.Range(0, 180).Select(_ => InBatches(random, random.Poisson(perMinute), usual, batch)));
        var sight = new Sight(Ramp, perMinute, usual, before.Phi, Tolerance.Errors, 50);
        var rate = sight.LeastRate(20)!.Value;

        Assert.InRange(Caught(sight, rate, batch, before), .65, .97);
        Assert.InRange(Caught(sight, (rate + usual) / 2, batch, before), .02, .45);
    }

    private static double Caught(Sight sight, double rate, int batch = 1, Calibration? before = null) => Chance.OfRollback(
        Runs, random => Played(random, sight, rate, batch), before is null ? null : _ => before);

    private static IReadOnlyList<Minute> Played(Random random, Sight sight, double rate, int batch)
    {
        List<Minute> minutes = [];
        foreach (var stretch in sight.Plan)
        {
            for (var i = 0; i < stretch.Minutes; i++)
            {
                var requests = random.Poisson(sight.PerMinute);
                var candidate = random.Binomial(requests, stretch.Share);
                minutes.Add(new(
                    Traffic.Noon.AddMinutes(minutes.Count),
                    InBatches(random, candidate, rate, batch),
                    InBatches(random, requests - candidate, sight.Usual, batch))
                {
                    WeightChanged = i == 0,
                    LargestShare = i == 0 ? stretch.Share : 0,
                });
            }
        }
        return [.. minutes.SkipLast((int)Sight.Delay)];
    }

    private static Counts InBatches(Random random, long requests, double rate, int batch) => new(
        requests,
        batch == 1 ? Of(random, requests, rate) : Math.Min(requests, batch * random.Poisson(requests * rate / batch)));

    private static long Of(Random random, long requests, double rate) => rate > 0 ? random.Binomial(requests, rate) : 0;
}
