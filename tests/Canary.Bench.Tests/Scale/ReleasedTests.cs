using Canary.Bench.Scale;

namespace Canary.Bench.Tests.Scale;

public class ReleasedTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Released _release = new(0, Fate.Bad);

    [Fact]
    public void Looks_OnlyWhileTheCandidateHasTraffic_AreMeasured()
    {
        _release.Looks(Start);
        _release.Sees(.1, isAtStable: true, Start.AddSeconds(10));
        _release.Looks(Start.AddSeconds(25));
        _release.Looks(Start.AddSeconds(55));
        _release.Sees(0, isAtStable: true, Start.AddSeconds(60));
        _release.Looks(Start.AddSeconds(90));

        Assert.Equal([15, 30], _release.Gaps);
    }

    [Fact]
    public void Return_FromTheCallToTheStableVersionAlone()
    {
        _release.Sees(.1, isAtStable: true, Start);
        _release.CalledBackAt = Start.AddSeconds(5);
        _release.Sees(0, isAtStable: true, Start.AddSeconds(12));

        Assert.Equal(TimeSpan.FromSeconds(7), _release.Return);
    }

    [Fact]
    public void Return_OfAPromotion_IsNone()
    {
        _release.Sees(.1, isAtStable: true, Start);
        _release.CalledBackAt = Start.AddSeconds(5);
        _release.Sees(0, isAtStable: false, Start.AddSeconds(12));

        Assert.Null(_release.Return);
    }
}
