using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.Faults;
using Canary.Local.Tests.Lambda;

namespace Canary.Local.Tests.CloudWatch.Metrics;

public sealed class MetricDeliveryTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly KeyValuePair<string, string>[] Function = [KeyValuePair.Create("FunctionName", "shop")];
    private static readonly KeyValuePair<string, string>[] Alias = [.. Function, KeyValuePair.Create("Resource", "shop:live")];

    private readonly VirtualClock _clock = new(Start);
    private readonly RecordingSink _sink = new();
    private readonly FaultRegistry _faults;
    private readonly MetricDelivery _delivery;

    public MetricDeliveryTests()
    {
        _faults = new FaultRegistry(_clock);
        _delivery = new MetricDelivery(_sink, _clock, _faults);
    }

    public void Dispose() => _delivery.Dispose();

    [Fact]
    public void Put_Missing_IsLostOnlyWhereItWasAskedFor()
    {
        _faults.Add(new Fault("metric", "Errors", FaultKind.Missing) { Resource = "shop:live" });

        foreach (var name in new[] { "Errors", "Invocations" })
            foreach (var dimensions in new[] { Function, Alias }) Put(name, dimensions);

        Assert.Equal(
            ["Errors FunctionName=shop", "Invocations FunctionName=shop", "Invocations FunctionName=shop,Resource=shop:live"],
            Seen());
        Assert.Equal("metric:Errors(shop:live)", Assert.Single(_faults.Strikes).Call.ToString());
    }

    [Fact]
    public async Task Put_Late_ArrivesLaterWithItsOwnTime()
    {
        _faults.Add(new Fault("metric", "*", FaultKind.Late) { Resource = "shop", Delay = TimeSpan.FromMinutes(3) });
        Put("Errors", Alias);

        await _clock.RunUntilAsync(Start.AddMinutes(3).AddTicks(-1));
        Assert.Empty(_sink.Observations);
        await _clock.RunUntilAsync(Start.AddMinutes(3));

        Assert.Equal(Start, Assert.Single(_sink.Observations).Timestamp);
    }

    [Fact]
    public async Task Put_LateAndAllHasEnded_NeverArrives()
    {
        _faults.Add(new Fault("metric", "*", FaultKind.Late) { Delay = TimeSpan.FromMinutes(3) });
        Put("Errors", Alias);

        _delivery.Dispose();
        await _clock.RunUntilAsync(Start.AddMinutes(9));

        Assert.Empty(_sink.Observations);
    }

    [Fact]
    public void Put_MissingForOneVersion_LeavesTheOtherAndTheSums()
    {
        _faults.Add(new Fault("metric", "*", FaultKind.Missing) { Resource = "shop:live:7" });

        foreach (var dimensions in new[] { Function, Alias, Executed("7"), Executed("8") }) Put("Errors", dimensions);

        Assert.Equal(
            [
                "Errors FunctionName=shop",
                "Errors FunctionName=shop,Resource=shop:live",
                "Errors FunctionName=shop,Resource=shop:live,ExecutedVersion=8",
            ],
            Seen());
    }

    [Fact]
    public async Task Put_LateForOneMinute_ArrivesAfterTheMinutesBehindIt()
    {
        _faults.Add(
            new Fault("metric", "*", FaultKind.Late)
            {
                Delay = TimeSpan.FromMinutes(5),
                While = call => call.Moment < Start.AddMinutes(1),
            });

        Put("Errors", Alias);
        _delivery.Put("AWS/Lambda", "Errors", Alias, Start.AddMinutes(1), 1, "Count");
        await _clock.RunUntilAsync(Start.AddMinutes(5));

        Assert.Equal([Start.AddMinutes(1), Start], _sink.Observations.Select(seen => seen.Timestamp));
    }

    private static KeyValuePair<string, string>[] Executed(
        string version) => [.. Alias, KeyValuePair.Create("ExecutedVersion", version)];

    private void Put(string name, KeyValuePair<string, string>[] dimensions) =>
        _delivery.Put("AWS/Lambda", name, dimensions, Start, 1, "Count");

    private IEnumerable<string> Seen() => _sink.Observations.Select(seen => $"{seen.Name} {seen.Dimensions}");
}
