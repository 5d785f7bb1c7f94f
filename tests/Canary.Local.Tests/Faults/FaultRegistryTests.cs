using Canary.Local.Clocks;
using Canary.Local.Faults;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Faults;

public class FaultRegistryTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ApiCall Update = new("lambda", "UpdateAlias", "orders:live");
    private static readonly Fault Throttle = new("lambda", "UpdateAlias", FaultKind.Throttle);

    private readonly FaultRegistry _faults = new(new VirtualClock(Start));

    [Theory]
    [InlineData(1, null, "XXXXX")]
    [InlineData(1, 2, "XX...")]
    [InlineData(3, 1, "..X..")]
    [InlineData(2, 3, ".XXX.")]
    [InlineData(4, null, "...XX")]
    public void Take_FromAndTimes_CountCalls(int from, int? times, string expected)
    {
        _faults.Add(Throttle with { From = from, Times = times });

        Assert.Equal(expected, Pattern(5));
    }

    [Fact]
    public void Take_AProbability_StrikesAsTheSeedSays()
    {
        _faults.Add(Throttle with { Probability = 0.3, Random = new Random(5) });
        var random = new Random(5);

        Assert.Equal(string.Concat(Enumerable.Range(0, 200).Select(_ => random.NextDouble() < 0.3 ? 'X' : '.')), Pattern(200));
    }

    [Fact]
    public void Take_WhileAPredicateHolds_OnlyThenCounts()
    {
        var holds = false;
        _faults.Add(Throttle with { Times = 2, While = call => holds && call == Update });

        Assert.Equal("..", Pattern(2));
        holds = true;
        Assert.Equal("XX.", Pattern(3));
    }

    [Theory]
    [InlineData("lambda", "UpdateAlias", null, true)]
    [InlineData("lambda", "*", null, true)]
    [InlineData("lambda", "UpdateAlias", "orders", true)]
    [InlineData("lambda", "UpdateAlias", "orders:live", true)]
    [InlineData("lambda", "UpdateAlias", "order", false)]
    [InlineData("lambda", "UpdateAlias", "orders:li", false)]
    [InlineData("lambda", "UpdateAlias", "orders:live:x", false)]
    [InlineData("lambda", "GetAlias", null, false)]
    [InlineData("states", "*", null, false)]
    public void Take_AnotherPlace_IsLeftAlone(string service, string operation, string? resource, bool strikes)
    {
        _faults.Add(new Fault(service, operation, FaultKind.Throttle) { Resource = resource });

        Assert.Equal(strikes, _faults.Take(Update) is not null);
    }

    [Fact]
    public void Take_OneOfSeveralResources_Strikes()
    {
        _faults.Add(new Fault("cloudwatch", "DescribeAlarms", FaultKind.Throttle) { Resource = "two" });

        Assert.NotNull(_faults.Take(new ApiCall("cloudwatch", "DescribeAlarms", "one,two")));
        Assert.Null(_faults.Take(new ApiCall("cloudwatch", "DescribeAlarms", "one")));
        Assert.Null(_faults.Take(new ApiCall("cloudwatch", "DescribeAlarms")));
    }

    [Fact]
    public void Take_SeveralFaults_TheFirstThatStrikesDoes()
    {
        _faults.Add(Throttle with { Times = 1 });
        _faults.Add(Throttle with { Kind = FaultKind.ServerError, Times = 1 });

        Assert.Equal(
            (FaultKind.Throttle, FaultKind.ServerError, null),
            (_faults.Take(Update)!.Kind, _faults.Take(Update)!.Kind, _faults.Take(Update)));
    }

    [Fact]
    public void Add_ThenDisposeOrClear_StrikesNoMore()
    {
        var added = _faults.Add(Throttle);
        added.Dispose();
        Assert.True(_faults.IsEmpty);
        _faults.Add(Throttle);
        _faults.Clear();

        Assert.Equal("..", Pattern(2));
    }

    [Fact]
    public void Strikes_AreRecordedInOrderWithTheirTime()
    {
        var told = new List<FaultStrike>();
        _faults.Struck += told.Add;
        var fault = Throttle with { Times = 2 };
        _faults.Add(fault);

        Pattern(3);

        Assert.Equal([new FaultStrike(fault, Update, Start), new FaultStrike(fault, Update, Start)], _faults.Strikes);
        Assert.Equal(_faults.Strikes, told);
        Assert.Equal("2026-01-01T00:00:00.000Z lambda:UpdateAlias(orders:live) throttle", $"{told[0]}");
    }

    [Fact]
    public void Add_WhatCanNeverStrike_IsRefusedWithAllReasons()
    {
        var refusal = Assert.Throws<ArgumentException>(
            () => _faults.Add(Throttle with { Kind = FaultKind.CrashAfter, Probability = 0.5, From = 0 }));

        Assert.StartsWith(
            "The fault \"lambda:UpdateAlias crash-after #0 50%\" cannot strike: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("does not strike calls", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("nothing to draw from", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("starts at call 0", refusal.Message, StringComparison.Ordinal);
        Assert.True(_faults.IsEmpty);
    }

    private string Pattern(int calls) =>
        string.Concat(Enumerable.Range(0, calls).Select(_ => _faults.Take(Update) is null ? '.' : 'X'));
}
