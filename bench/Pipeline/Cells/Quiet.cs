namespace Canary.Bench.Pipeline.Cells;

/// <summary>D: functions of a request or two a minute, an hour at half of the traffic.</summary>
internal static class Quiet
{
    private static readonly (double PerMinute, bool Even)[] Traffic = [(1, true), (2, true), (1.25, false)];

    private static readonly (double Stable, double Candidate)[] Rates = [(0, 0), (.01, .01), (.2, .2), (0, 1), (.01, .5)];

    public static IEnumerable<Cell> All => Traffic.SelectMany(Of);

    private static IEnumerable<Cell> Of((double PerMinute, bool Even) traffic, int index) =>
        Rates.Select((rates, i) => new Cell(
            $"D{index + 1}.{i + 1}",
            $"{100 * rates.Stable} to {100 * rates.Candidate} %, "
                + $"{traffic.PerMinute} a minute{(traffic.Even ? ", evenly" : "")}, an hour at 50 %",
            new(traffic.PerMinute / 60, rates.Stable, rates.Candidate) { IsEven = traffic.Even },
            Tellings.Whole,
            Plans.Hour,
            i switch { 3 => Goal.Caught(.95), 4 => Goal.Caught(.8), _ => Goal.FalseRollbacks(.008) })
        {
            RegressionFrom = i < 3 ? null : 0,
        });
}
