using System.Globalization;
using System.Text.Json.Serialization;

namespace Canary.Aliases;

/// <summary>
/// The share of an alias's traffic that goes to the candidate version: in percent in text and in the rollout's document,
/// as a fraction at Lambda.
/// </summary>
[JsonConverter(typeof(WeightJsonConverter))]
public readonly record struct Weight : IComparable<Weight>
{
    private Weight(decimal percent) => Percent = percent;

    /// <summary>All traffic.</summary>
    public static Weight Full { get; } = new(100);

    /// <summary>In percent: above 0, at most 100, with at most two decimals.</summary>
    public decimal Percent { get; }

    /// <summary>As Lambda's <c>AdditionalVersionWeights</c> has it: above 0, at most 1.</summary>
    public double Fraction => (double)(Percent / 100);

    /// <summary>Makes a weight of a number of percent, if it is one.</summary>
    /// <returns>False when the number is not above 0, is above 100, or has more than two decimals.</returns>
    public static bool TryFromPercent(decimal percent, out Weight weight)
    {
        weight = new(decimal.Round(percent, 2));
        return percent is > 0 and <= 100 && weight.Percent == percent;
    }

    /// <summary>Makes a weight of a number of percent.</summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// The number is not above 0, is above 100, or has more than two decimals.
    /// </exception>
    public static Weight FromPercent(decimal percent) => TryFromPercent(percent, out var weight)
        ? weight
        : throw new ArgumentOutOfRangeException(
            nameof(percent), percent, "A weight is above 0 % and at most 100 %, with at most two decimals.");

    /// <inheritdoc/>
    public int CompareTo(Weight other) => Percent.CompareTo(other.Percent);

    /// <summary>Whether the left weight is the smaller.</summary>
    public static bool operator <(Weight left, Weight right) => left.Percent < right.Percent;

    /// <summary>Whether the left weight is the larger.</summary>
    public static bool operator >(Weight left, Weight right) => left.Percent > right.Percent;

    /// <summary>Whether the left weight is not the larger.</summary>
    public static bool operator <=(Weight left, Weight right) => left.Percent <= right.Percent;

    /// <summary>Whether the left weight is not the smaller.</summary>
    public static bool operator >=(Weight left, Weight right) => left.Percent >= right.Percent;

    /// <summary>Such as <c>12.5 %</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Percent:0.##} %");
}
