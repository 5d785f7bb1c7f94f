using System.Globalization;

namespace Canary.Bench.Cost;

/// <summary>What rollouts cost, as docs/cost.md shows it.</summary>
internal static class CostReport
{
    /// <param name="rows">Each plan with what it used.</param>
    /// <param name="alarms">How many alarms the stack has.</param>
    public static string Of(IReadOnlyList<(CostRow Row, Spent Spent)> rows, int alarms)
    {
        var usual = rows.Single(one => one.Row == CostRow.Usual).Spent;
        var without = rows.Single(one => one.Row == CostRow.WithoutAnalysis).Spent;
        var sweeps = new Spent(
            0, 0, 0, Assumed.Sweeps, (long)Assumed.Sweeps * (Assumed.BytesOfInvocation + Assumed.BytesOfLine), 0);
        var standing = alarms * Prices.Alarm + sweeps.OfLambda + sweeps.OfLogs + Assumed.Sweeps * Prices.Trace;
        return $"""
            ### A rollout

            | | transitions | metrics read | looks at alarms | Lambdas run | log, KB | dollars |
            | --- | ---: | ---: | ---: | ---: | ---: | ---: |
            {Lines(rows.Select(one => Line(one.Row.Name, one.Spent)))}

            ### What it is made of

            | of one {CostRow.Usual.Name} | dollars | without analysis |
            | --- | ---: | ---: |
            {Lines(Parts(usual).Zip(Parts(without), (one, other) => Text(
                $"| {one.Name} | {one.Dollars:0.000000} | {other.Dollars:0.000000} |")))}

            ### A month

            | releases | dollars | without analysis |
            | --- | ---: | ---: |
            {Lines(((int[])[0, 10, 1_000]).Select(count => Text(
                $"| {count:N0} | {standing + count * usual.Dollars:0.00} | {standing + count * without.Dollars:0.00} |")))}

            Without a release, a month costs what stands: {Text($"{alarms} alarms ${alarms * Prices.Alarm:0.00}, ")}{Text(
                $"and {Assumed.Sweeps:N0} sweeps: Lambda ${sweeps.OfLambda:0.00}, ")}{Text(
                $"their logs ${sweeps.OfLogs:0.00}, their traces ${Assumed.Sweeps * Prices.Trace:0.00}.")}

            """;
    }

    private static string Line(string name, Spent spent) =>
        Text($"| {name} | {spent.Transitions:N0} | {spent.MetricsRead:N0} | {spent.AlarmsRead:N0} ")
        + Text($"| {spent.Invocations:N0} | {spent.LogBytes / 1_000.0:N0} | {spent.Dollars:0.0000} |");

    private static IEnumerable<(string Name, double Dollars)> Parts(Spent spent) =>
    [
        ("state transitions", spent.OfTransitions),
        ("metrics read", spent.OfMetrics),
        ("looks at alarms", spent.OfAlarms),
        ("Lambda", spent.OfLambda),
        ("logs", spent.OfLogs),
        ("events and a trace", spent.OfEvents),
        ("its own metrics", Spent.OfMetricsWritten),
        ("all", spent.Dollars),
    ];

    private static string Lines(IEnumerable<string> lines) => string.Join('\n', lines);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
