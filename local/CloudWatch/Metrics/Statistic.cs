namespace Canary.Local.CloudWatch.Metrics;

/// <summary>What to compute over a period.</summary>
public sealed record Statistic
{
    /// <summary>The five simple ones, in the order in which AWS lists them.</summary>
    public static readonly IReadOnlyList<string> Simple = ["Maximum", "SampleCount", "Sum", "Minimum", "Average"];

    internal Statistic(string text, StatisticKind kind, StatisticBounds? bounds = null) =>
        (Text, Kind, Bounds) = (text, kind, bounds);

    /// <summary>As AWS writes it, such as <c>Sum</c> or <c>p99.9</c>.</summary>
    public string Text { get; }

    /// <summary>What is computed.</summary>
    public StatisticKind Kind { get; }

    /// <summary>Of what is not simple. A percentile's is its <see cref="StatisticBounds.High"/>.</summary>
    public StatisticBounds? Bounds { get; }

    /// <summary>A simple statistic, or null.</summary>
    public static Statistic? FromSimple(string text) => Simple.Contains(text) ? new(text, Enum.Parse<StatisticKind>(text)) : null;

    /// <summary>
    /// A percentile such as <c>p99.9</c>, or another statistic that needs the single values, such as <c>TC(80:500)</c>; or null.
    /// </summary>
    public static Statistic? FromExtended(string text) => StatisticSyntax.Parse(text);

    /// <summary>Either kind, or null.</summary>
    public static Statistic? From(string text) => FromSimple(text) ?? FromExtended(text);

    /// <summary>Whether AWS holds so few observations to be too few for this percentile.</summary>
    public bool IsLowSample(double samples) =>
        Kind == StatisticKind.Percentile && Bounds!.High is { } percent
        && samples < (percent >= 50 ? 10 / (1 - percent / 100) : 10 / (percent / 100));
}
