namespace Canary.Local.CloudWatch.Model;

/// <summary>
/// What makes a metric one metric: its namespace, its name and its set of dimensions, in whatever order they came.
/// </summary>
public sealed class MetricIdentity : IEquatable<MetricIdentity>
{
    private readonly string _key;

    public MetricIdentity(string metricNamespace, string name, IEnumerable<KeyValuePair<string, string>> dimensions)
    {
        Namespace = metricNamespace;
        Name = name;
        KeyValuePair<string, string>[] sorted = [.. dimensions];
        Array.Sort(sorted, static (one, other) => string.CompareOrdinal(one.Key, other.Key));
        Dimensions = sorted;
        var key = new string[2 + 2 * sorted.Length];
        (key[0], key[1]) = (metricNamespace, name);
        for (var i = 0; i < sorted.Length; i++) (key[2 + 2 * i], key[3 + 2 * i]) = sorted[i];
        _key = string.Join('\0', key);
    }

    /// <summary>The namespace, such as <c>AWS/Lambda</c>.</summary>
    public string Namespace { get; }

    /// <summary>The metric's name.</summary>
    public string Name { get; }

    /// <summary>Sorted by name.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Dimensions { get; }

    /// <inheritdoc/>
    public bool Equals(MetricIdentity? other) => other is not null && _key == other._key;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MetricIdentity);

    /// <inheritdoc/>
    public override int GetHashCode() => _key.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Namespace} {Name} {{{string.Join(", ", Dimensions.Select(dimension => $"{dimension.Key}={dimension.Value}"))}}}";
}
