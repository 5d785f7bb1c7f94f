namespace Canary.Local.CloudWatch.Alarms;

/// <summary>How a statistic is compared with the threshold. The statistic is the first operand.</summary>
internal sealed record ComparisonOperator(string Name, string Words, Func<double, double, bool> Holds)
{
    /// <summary>What AWS lists when it refuses another name; the last three need an anomaly band.</summary>
    public static readonly IReadOnlyList<string> Names =
    [
        "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold",
        "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold",
    ];

    /// <summary>Null for those on an anomaly band.</summary>
    public static ComparisonOperator? From(string name) => name switch
    {
        "GreaterThanThreshold" => new(name, "greater than the threshold", (value, threshold) => value > threshold),
        "GreaterThanOrEqualToThreshold" =>
            new(name, "greater than or equal to the threshold", (value, threshold) => value >= threshold),
        "LessThanThreshold" => new(name, "less than the threshold", (value, threshold) => value < threshold),
        "LessThanOrEqualToThreshold" =>
            new(name, "less than or equal to the threshold", (value, threshold) => value <= threshold),
        _ => null,
    };
}
