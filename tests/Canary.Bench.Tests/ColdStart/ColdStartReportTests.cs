using Canary.Bench.ColdStart;

namespace Canary.Bench.Tests.ColdStart;

public class ColdStartReportTests
{
    [Fact]
    public void Table_OfEach_HasMediansAndTheirShareOfPythons() => Assert.Equal(
        """
        | | start to answer, ms | over Python's | peak memory, MB | over Python's | package, MB |
        | --- | ---: | ---: | ---: | ---: | ---: |
        | native | 20 (10 to 40) | 0.05 | 16 | 0.32 | 4.2 |
        | Python with boto3 | 400 (400 to 400) | 1.00 | 50 | 1.00 | - |
        """,
        ColdStartReport.Table([Native(40, 10, 20), Python(400)]));

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    public void MeetsGoals_AtEightHundredthsOfPythonsTime_AndNoLater(int native, bool meets)
    {
        ColdStartFindings[] all = [Native(native), Python(400)];

        Assert.Equal(meets, ColdStartReport.MeetsGoals(all));
        var report = ColdStartReport.Of(all, "a machine");
        Assert.Equal(!meets, report.Contains("**missed**, native: its time", StringComparison.Ordinal));
    }

    private static ColdStartFindings Native(params int[] milliseconds) =>
        new(Starter.Of(Starter.NativeName, "nowhere"), Starts(16_000_000, milliseconds), 4_200_000);

    private static ColdStartFindings Python(params int[] milliseconds) =>
        new(Starter.Python, Starts(50_000_000, milliseconds), null);

    private static Start[] Starts(long bytes, int[] milliseconds) =>
        [.. milliseconds.Select(each => new Start(TimeSpan.FromMilliseconds(each), bytes))];
}
