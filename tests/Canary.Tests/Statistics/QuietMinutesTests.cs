using Canary.Statistics;

namespace Canary.Tests.Statistics;

/// <summary>Minutes of few requests, put together.</summary>
public class QuietMinutesTests
{
    private const double Half = .5;

    [Fact]
    public void Add_AMinuteWithEnoughOfBoth_IsJudgedAsItIs()
    {
        Minute[] minutes = [Quiet(0, 3, 1, 3, 0), Quiet(1, 300, 2, 280, 0), Quiet(2, 6, 0, 0, 0)];

        Assert.Equal(minutes, Judged(minutes));
    }

    [Fact]
    public void Add_MinutesOfOneRequest_AreJudgedSixByOne()
    {
        Minute[] minutes = [.. Enumerable.Range(0, 17).Select(i => Quiet(i, i % 2, i % 2, 1 - i % 2, 0))];

        Assert.Equal([(0, new(3, 3), new(3, 0)), (6, new Counts(3, 3), new Counts(3, 0))], Judged(minutes).Select(Told));
    }

    // Which version had the requests has no say: else the last of them would be the first of its version.
    [Fact]
    public void Add_RequestsOfOneVersionAlone_AreAsManyAsOfBoth() => Assert.Equal(
        [(0, new Counts(6, 0), default)], Judged([.. Enumerable.Range(0, 6).Select(i => Quiet(i, 1, 0, 0, 0))]).Select(Told));

    [Fact]
    public void Add_AChangeOfTheWeight_EndsWhatIsPutTogether()
    {
        Minute[] minutes =
        [
            Quiet(0, 1, 0, 1, 0) with { Share = .1 }, Quiet(1, 1, 0, 0, 0) with { Share = .1 },
            Quiet(2, 1, 1, 1, 0) with { Share = 0, WeightChanged = true, LargestShare = Half },
            Quiet(3, 2, 2, 1, 0), Quiet(4, 1, 1, 2, 0),
        ];

        Assert.Equal(
            [(0, new(2, 0), new(1, 0)), (2, new(1, 1), new(1, 0)), (3, new Counts(3, 3), new Counts(3, 0))],
            Judged(minutes).Select(Told));
    }

    // Of slow requests, minutes around a change are not judged at all.
    [Fact]
    public void Add_AnotherWeightWithoutItsChange_EndsWhatIsPutTogether() => Assert.Equal(
        [(0, new Counts(1, 1), default)],
        Judged([Quiet(0, 1, 1, 0, 0) with { Share = .1 }, Quiet(3, 2, 2, 1, 0)]).Select(Told));

    [Fact]
    public void Add_AWeightThatIsNotKnown_PutsNothingTogether()
    {
        Minute[] minutes = [Quiet(0, 1, 0, 0, 0) with { Share = 0 }, Quiet(1, 0, 0, 1, 0) with { Share = 0 }];

        Assert.Equal(minutes, Judged(minutes));
    }

    [Fact]
    public void Add_ASmallWeight_WaitsForARequestOfTheCandidateAndNotForLonger()
    {
        Minute[] minutes = [.. Enumerable.Range(0, 250).Select(i => Quiet(i, 0, 0, 1, 0) with { Share = .01 })];

        Assert.Equal([100, 100], Judged(minutes).Select(minute => minute.Stable.Requests));
    }

    private static Minute Quiet(int index, long nc, long ec, long ns, long es) =>
        Traffic.Minute(index, nc, ec, ns, es) with { Share = Half };

    private static (int Index, Counts Candidate, Counts Stable) Told(Minute minute) =>
        ((int)(minute.Start - Traffic.Noon).TotalMinutes, minute.Candidate, minute.Stable);

    private static List<Minute> Judged(Minute[] minutes)
    {
        var quiet = new QuietMinutes();
        return [.. minutes.SelectMany(quiet.Add)];
    }
}
