using System.Globalization;
using System.Text;
using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Lambda.Environments;

namespace Canary.Local.Tests.Lambda.Environments;

/// <summary>What becomes of the metrics that functions write to their logs.</summary>
public class LogMetricsTests
{
    private static readonly DateTimeOffset Embedded = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Machine = new(2031, 5, 6, 7, 8, 9, TimeSpan.Zero);

    private readonly VirtualClock _clock = new(Embedded);
    private readonly VirtualClock _machine = new(Machine);
    private readonly MetricStore _store = new();
    private readonly LogMetrics _metrics;

    public LogMetricsTests() => _metrics = new LogMetrics(_store, _clock, _machine);

    [Fact]
    public async Task Read_ALineOfAnInvocation_IsStampedByTheEmbeddedTime()
    {
        await _clock.RunUntilAsync(Embedded.AddMinutes(10));
        _metrics.Begin();

        _metrics.Read(Line(Machine.AddSeconds(20)));

        Assert.Equal(["00:10 4"], Points());
    }

    [Fact]
    public void Read_ALineBeforeTheFirstInvocation_IsStampedByTheStart()
    {
        _metrics.Read(Line(Machine.AddMinutes(3)));

        Assert.Equal(["00:03 4"], Points());
    }

    [Theory]
    [InlineData(-14 * 24 * 60, true)]
    [InlineData((-14 * 24 * 60) - 1, false)]
    [InlineData(120, true)]
    [InlineData(121, false)]
    public void Read_AStampTooOldOrInTheFuture_IsNotTaken(int minutes, bool isTaken)
    {
        _metrics.Read(Line(Machine.AddMinutes(minutes)));

        Assert.Equal(isTaken, _store.Identities.Count == 1);
    }

    [Theory]
    [InlineData("one\ntwo\n", "one|two")]
    [InlineData("one\n\ntwo", "one|two")]
    [InlineData("o|n|e\nt|wo", "one|two")]
    [InlineData("", "")]
    public void Append_Pieces_AreReadAsLines(string pieces, string lines)
    {
        List<string> read = [];
        var log = new LogLines(read.Add);

        foreach (var piece in pieces.Split('|')) log.Append(Encoding.UTF8.GetBytes(piece));
        log.End();

        Assert.Equal(lines, string.Join('|', read));
    }

    [Fact]
    public void Append_ALineLongerThanAnEventMayBe_IsLeftOut()
    {
        List<string> read = [];
        var log = new LogLines(read.Add);

        for (var i = 0; i < 1_025; i++) log.Append(new byte[1_024]);
        log.Append("\nnext\n"u8);

        Assert.Equal(["next"], read);
    }

    private static string Line(DateTimeOffset stamp) => $$"""
        {"_aws":{"Timestamp":{{stamp.ToUnixTimeMilliseconds()}},"CloudWatchMetrics":[
        """ + """
        {"Namespace":"Shop","Dimensions":[[]],"Metrics":[{"Name":"Orders"}]}]},"Orders":[1,3]}
        """;

    private List<string> Points() =>
    [
        .. _store.Read(
                new MetricIdentity("Shop", "Orders", []), "None", Statistic.From("Sum")!, Embedded, Embedded.AddHours(1), 60)
            .Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.Timestamp:HH:mm} {point.Value}")),
    ];
}
