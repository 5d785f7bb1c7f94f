namespace Canary.Local.CloudWatch.MetricMath;

/// <summary>IF, with the rules of "Using IF expressions" in "Using metric math".</summary>
internal static class MathIf
{
    /// <exception cref="MathException">It is none of the forms that the guide lists.</exception>
    public static MathValue Choose(MathValue condition, MathValue whenTrue, MathValue? whenFalse) =>
        (condition, whenTrue, whenFalse) switch
        {
            (
                MathValue.Series series,
                MathValue.Series or MathValue.Scalar,
                null or MathValue.Series or MathValue.Scalar) => new MathValue.Series(
                null, [.. series.Values.Index().Select(one => Choose(one.Item, one.Index, whenTrue, whenFalse))]),
            (MathValue.Scalar { Value: not null and not 0 }, MathValue.Series series, null or MathValue.Series) => series,
            (MathValue.Scalar, MathValue.Series series, null or MathValue.Series) =>
                (MathValue.Series?)whenFalse ?? series.Select(_ => null),
            _ => throw new MathException(
                "IF does not take "
                + $"[{string.Join(", ", new[] { condition, whenTrue, whenFalse }.OfType<MathValue>().Select(one => one.Type))}]"),
        };

    private static double? Choose(double? condition, int index, MathValue whenTrue, MathValue? whenFalse) => condition switch
    {
        null => null,
        0 => At(whenFalse, index),
        // A value that is missing where the condition holds is 0.
        _ => At(whenTrue, index) ?? 0,
    };

    private static double? At(MathValue? value, int index) => value switch
    {
        MathValue.Series series => series.Values[index],
        MathValue.Scalar scalar => scalar.Value,
        _ => null,
    };
}
