using System.Globalization;

namespace Canary.Local.CloudWatch.Metrics;

/// <summary>What to compute over a period: one of the five simple statistics or a percentile.</summary>
public sealed record Statistic
{
    /// <summary>The five simple ones, in the order in which AWS lists them.</summary>
    public static readonly IReadOnlyList<string> Simple = ["Maximum", "SampleCount", "Sum", "Minimum", "Average"];

    private Statistic(string text, double? percent = null) => (Text, Percent) = (text, percent);

    /// <summary>As AWS writes it, such as <c>Sum</c> or <c>p99.9</c>.</summary>
    public string Text { get; }

    /// <summary>Above 0 and at most 100, for a percentile.</summary>
    public double? Percent { get; }

    /// <summary>A simple statistic, or null.</summary>
    public static Statistic? FromSimple(string text) => Simple.Contains(text) ? new(text) : null;

    /// <summary>A percentile such as <c>p95</c> or <c>p99.9</c>, or null.</summary>
    public static Statistic? FromPercentile(string text) =>
        text is ['p' or 'P', .. var digits]
        && double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent)
        && percent is > 0 and <= 100
            ? new(text, percent)
            : null;

    /// <summary>Either kind, or null: trimmed means, percentile ranks and the like are not computed here.</summary>
    public static Statistic? From(string text) => FromSimple(text) ?? FromPercentile(text);

    /// <summary>Whether AWS holds so few observations to be too few for this percentile.</summary>
    public bool IsLowSample(double samples) =>
        Percent is { } percent && samples < (percent >= 50 ? 10 / (1 - percent / 100) : 10 / (percent / 100));
}
