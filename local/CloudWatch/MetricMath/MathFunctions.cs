namespace Canary.Local.CloudWatch.MetricMath;

/// <summary>The functions that look at values only: METRICS and PERIOD look at the request.</summary>
internal static class MathFunctions
{
    private static readonly string[] Known =
        ["ABS", "AVG", "DATAPOINT_COUNT", "DIFF", "FILL", "IF", "MAX", "METRICS", "MIN", "PERIOD", "RATE", "SUM"];

    /// <exception cref="MathException">There is no such function here.</exception>
    public static void CheckIsKnown(string function)
    {
        if (!Known.Contains(function))
            throw new MathException($"Canary.Local does not support {function}; {string.Join(", ", Known)} are functions here");
    }

    /// <param name="function">One of the known.</param>
    /// <param name="arguments">What it is called with.</param>
    /// <param name="grid">Whose period counts for rates.</param>
    /// <exception cref="MathException">It does not take these types.</exception>
    public static MathValue Call(string function, IReadOnlyList<MathValue> arguments, MathGrid grid) =>
        (function, arguments) switch
        {
            ("ABS", [MathValue.Series series]) => series.Select(value => Math.Abs(value)),
            ("DIFF", [MathValue.Series series]) => Change(series, _ => 1),
            ("RATE", [MathValue.Series series]) => Change(series, periods => (double)periods * grid.Period),
            ("ABS" or "DIFF" or "RATE", [MathValue.Array many]) =>
                new MathValue.Array([.. many.Items.Select(one => (MathValue.Series)Call(function, [one], grid))]),
            ("SUM" or "AVG" or "MIN" or "MAX" or "DATAPOINT_COUNT", [MathValue.Series series]) =>
                new MathValue.Scalar(Reduce(function, series.Values)),
            ("SUM" or "AVG" or "MIN" or "MAX" or "DATAPOINT_COUNT", [MathValue.Array many]) =>
                Across(function, many.Items, grid.Count),
            ("IF", [_, _] or [_, _, _]) => MathIf.Choose(arguments[0], arguments[1], arguments.ElementAtOrDefault(2)),
            _ => throw new MathException($"{function} does not take [{string.Join(", ", arguments.Select(one => one.Type))}]"),
        };

    /// <summary>For each period in which any of the series has a value.</summary>
    private static MathValue.Series Across(string function, IReadOnlyList<MathValue.Series> series, int count)
    {
        var columns = Enumerable.Range(0, count).Select(index => series.Select(one => one.Values[index]).ToList());
        return new(
            null, [.. columns.Select(column => column.Exists(value => value is not null) ? Reduce(function, column) : null)]);
    }

    /// <summary>
    /// Missing values are treated as 0 by AVG, the guide says; so the average of a sparse metric is its SUM / DATAPOINT_COUNT.
    /// </summary>
    private static double? Reduce(string function, IReadOnlyList<double?> values) => function switch
    {
        "SUM" => values.Sum(),
        "AVG" => values.Count == 0 ? null : values.Sum() / values.Count,
        "MIN" => values.Min(),
        "MAX" => values.Max(),
        _ => values.Count(value => value is not null),
    };

    /// <summary>From each value to the one before it, however long ago; the first has none.</summary>
    private static MathValue.Series Change(MathValue.Series series, Func<int, double> divisor)
    {
        var changes = new double?[series.Values.Count];
        (int Index, double Value)? before = null;
        foreach (var (index, value) in series.Values.Index())
        {
            if (value is not { } number) continue;
            if (before is { } last) changes[index] = (number - last.Value) / divisor(index - last.Index);
            before = (index, number);
        }
        return series with { Values = changes };
    }
}
