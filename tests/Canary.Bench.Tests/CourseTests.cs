using Canary.Bench.Traffic;

namespace Canary.Bench.Tests;

public class CourseTests
{
    [Fact]
    public void Draw_WeightChangesInsideAMinute_OnlyThatMinuteSaysSo()
    {
        var run = new Course(100, [new(.1, 2.5), new(.5, 1.5)], [new(0, 0, 0)]).Draw(new Dice(1));

        Assert.Equal([true, false, true, false], run.Looks.Select(look => look.WeightChanged));
        Assert.Equal([.1, 0, .5, 0], run.Looks.Select(look => look.LargestShare));
        var shares =
            run.Looks.Select(look => (double)look.Candidate.Requests / (look.Candidate.Requests + look.Stable.Requests)).ToList();
        Assert.All(shares.Zip([.1, .1, .3, .5]), pair => Assert.Equal(pair.Second, pair.First, .03));
    }

    [Fact]
    public void Draw_RatesChange_FromTheirMinuteOn()
    {
        var run = new Course(100, [new(.5, 3)], [new(0, 0, 0), new(1, 1, 0), new(2, 0, 1)]).Draw(new Dice(1));

        Assert.Equal([(0, 0), (1, 0), (0, 1)], run.Looks.Select(look => (look.Candidate.Rate, look.Stable.Rate)));
        Assert.All(run.History, minute => Assert.Equal(0, minute.Bad));
        Assert.Equal(180, run.History.Count);
    }

    [Fact]
    public void Draw_LooksOfTenSeconds_CountTenSeconds()
    {
        var run = new Course(100, [new(.5, 1)], [new(0, 0, 0)]) { LookSeconds = 10 }.Draw(new Dice(1));

        Assert.Equal(6, run.Looks.Count);
        Assert.All(run.Looks, look => Assert.InRange(look.Candidate.Requests + look.Stable.Requests, 850, 1_150));
    }

    [Fact]
    public void Draw_OwnVariation_IsTheSameInTheRolloutAsBefore()
    {
        var run = new Course(1_000, [new(.5, 2_000)], [new(0, .01, .01)]) { Noise = new(Variation: .5) }.Draw(new Dice(1));
        var rates = run.Looks.SelectMany(look => new[] { look.Candidate.Rate, look.Stable.Rate }).ToList();

        Assert.Equal(.01, rates.Average(), .0005);
        Assert.Equal(.5, Math.Sqrt(rates.Average(rate => (rate - .01) * (rate - .01))) / .01, .05);
    }

    [Fact]
    public void Draw_RareBatches_ComeBesideTheSingleFailures()
    {
        var noise = new Noise(Burst: 1_000) { BurstsPerRequest = 1e-5 };
        var run = new Course(100, [new(.5, 5)], [new(0, 0, 0)]) { Noise = noise }.Draw(new Dice(1));

        Assert.All(run.History, minute => Assert.Equal(0, minute.Bad % 1_000));
        Assert.InRange(run.History.Count(minute => minute.Bad > 0), 3, 25);
    }

    [Fact]
    public void Draw_Slower_IsAPartOfTheSlow()
    {
        var run = new Course(100, [new(.5, 5)], [new(0, .3, .1)]) { Slower = (.2, .1) }.Draw(new Dice(1));

        Assert.All(
            run.Looks.Zip(run.Slower!.Looks),
            pair => Assert.InRange(pair.Second.Candidate.Bad, 1, pair.First.Candidate.Bad / 2));
        Assert.Equal(
            .06, (double)run.Slower.Looks.Sum(look => look.Candidate.Bad) / run.Looks.Sum(look => look.Candidate.Requests), .01);
    }
}
