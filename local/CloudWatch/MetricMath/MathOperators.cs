namespace Canary.Local.CloudWatch.MetricMath;

/// <summary>
/// The operators. Where only one of two series has a value, the other's counts as 0, as "Using metric math" says of arithmetic
/// and of comparisons; where neither has one, there is none.
/// </summary>
internal static class MathOperators
{
    /// <exception cref="MathException">The operator does not take these types.</exception>
    public static MathValue Apply(string symbol, MathValue left, MathValue right) => (left, right) switch
    {
        (MathValue.Scalar one, MathValue.Scalar two) => new MathValue.Scalar(Compute(symbol, one.Value, two.Value)),
        (MathValue.Series one, MathValue.Scalar two) => one.Select(value => Compute(symbol, value, two.Value)),
        (MathValue.Scalar one, MathValue.Series two) => two.Select(value => Compute(symbol, one.Value, value)),
        (MathValue.Series one, MathValue.Series two) => Joined(symbol, one, two),
        (MathValue.Array many, MathValue.Scalar or MathValue.Series) when IsArithmetic(symbol) =>
            new MathValue.Array([.. many.Items.Select(one => Labelled(one, Apply(symbol, one, right)))]),
        (MathValue.Scalar or MathValue.Series, MathValue.Array many) when IsArithmetic(symbol) =>
            new MathValue.Array([.. many.Items.Select(one => Labelled(one, Apply(symbol, left, one)))]),
        _ => throw new MathException($"Unsupported operand type(s) for {symbol}: '[{left.Type}, {right.Type}]'"),
    };

    public static MathValue Negate(MathValue value) => Apply("*", value, new MathValue.Scalar(-1));

    private static bool IsArithmetic(string symbol) => symbol is "+" or "-" or "*" or "/" or "^";

    private static MathValue.Series Labelled(MathValue.Series item, MathValue result) =>
        (MathValue.Series)result with { Label = item.Label };

    private static MathValue.Series Joined(string symbol, MathValue.Series left, MathValue.Series right)
    {
        double? One((double? Left, double? Right) pair) => pair is (null, null)
            ? null
            : Compute(symbol, pair.Left ?? (double?)0, pair.Right ?? (double?)0);
        return new(null, [.. left.Values.Zip(right.Values).Select(One)]);
    }

    private static double? Compute(string symbol, double? left, double? right) =>
        left is { } one && right is { } two ? MathValue.Finite(Compute(symbol, one, two)) : null;

    private static double Compute(string symbol, double left, double right) => symbol switch
    {
        "+" => left + right,
        "-" => left - right,
        "*" => left * right,
        "/" => left / right,
        "^" => Math.Pow(left, right),
        "==" => left == right ? 1 : 0,
        "!=" => left != right ? 1 : 0,
        "<" => left < right ? 1 : 0,
        ">" => left > right ? 1 : 0,
        "<=" => left <= right ? 1 : 0,
        ">=" => left >= right ? 1 : 0,
        "AND" => left != 0 && right != 0 ? 1 : 0,
        _ => left != 0 || right != 0 ? 1 : 0,
    };
}
