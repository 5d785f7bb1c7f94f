namespace Canary.Local.CloudWatch.MetricMath;

/// <summary>What an expression comes to.</summary>
internal abstract record MathValue
{
    private MathValue()
    {
    }

    /// <summary>Its type, in CloudWatch's word.</summary>
    public abstract string Type { get; }

    /// <summary>S: a number; null is that of no data at all.</summary>
    public sealed record Scalar(double? Value) : MathValue
    {
        public override string Type => "Scalar";
    }

    /// <summary>TS: a value for each period of the grid; null is a period without data.</summary>
    /// <param name="Label">The metric's; null if it is made of several.</param>
    /// <param name="Values">As many as the grid has periods.</param>
    public sealed record Series(string? Label, IReadOnlyList<double?> Values) : MathValue
    {
        public override string Type => "TimeSeries";

        public Series Select(Func<double, double?> change) =>
            this with { Values = [.. Values.Select(value => value is { } number ? Finite(change(number)) : null)] };
    }

    /// <summary>TS[]: several series.</summary>
    public sealed record Array(IReadOnlyList<Series> Items) : MathValue
    {
        public override string Type => "Array[TimeSeries]";
    }

    /// <summary>What cannot be a data point is dropped: a quotient of zero, the root of a negative number.</summary>
    public static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
