namespace Canary.Local.CloudWatch.MetricMath;

/// <summary>
/// FILL. A gap before the first value has nothing to repeat, and one at either end nothing to draw a line to: these stay.
/// </summary>
internal static class MathFill
{
    public static MathValue.Series With(MathValue.Series series, MathValue filler) => series with
    {
        Values = [.. series.Values.Index().Select(one => one.Item ?? (filler switch
        {
            MathValue.Scalar scalar => scalar.Value,
            MathValue.Series other => other.Values[one.Index],
            _ => throw new MathException($"FILL does not fill with {filler.Type}"),
        }))],
    };

    public static MathValue.Series With(MathValue.Series series, string keyword)
    {
        var filled = series.Values.ToArray();
        var before = -1;
        for (var index = 0; index < filled.Length; index++)
        {
            if (series.Values[index] is null)
            {
                if (keyword == "REPEAT" && before >= 0) filled[index] = filled[before];
                continue;
            }
            if (keyword == "LINEAR" && before >= 0) Line(filled, before, index);
            before = index;
        }
        return series with { Values = filled };
    }

    private static void Line(double?[] values, int from, int to)
    {
        for (var index = from + 1; index < to; index++)
            values[index] = values[from] + (values[to] - values[from]) * (index - from) / (to - from);
    }
}
