namespace Canary.Ports;

/// <summary>One metric of CloudWatch's, as the input names it.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="MetricName">Its name.</param>
/// <param name="Stat">A statistic such as <c>Sum</c> or <c>p99</c>.</param>
/// <param name="Dimensions">
/// Its dimensions. <c>{version} </c>, <c>{alias} </c> and <c>{function} </c> in a value stand for those of the rollout.
/// </param>
public sealed record MetricSource(
    string Namespace, string MetricName, string Stat, IReadOnlyDictionary<string, string> Dimensions)
{
    /// <summary>
    /// What stands for a version's number in a dimension's value: without it both versions' metric would be the same.
    /// </summary>
    public const string Version = "{version}";

    internal bool TellsVersionsApart => Dimensions.Values.Any(value => value.Contains(Version, StringComparison.Ordinal));
}
