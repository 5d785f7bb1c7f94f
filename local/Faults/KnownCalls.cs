using Canary.Local.Wire;

namespace Canary.Local.Faults;

/// <summary>The API calls that there are.</summary>
/// <param name="operations">The operations' names, by IAM's prefix of their service.</param>
internal sealed class KnownCalls(IReadOnlyDictionary<string, IReadOnlyList<string>> operations)
{
    private readonly SortedDictionary<string, IReadOnlyList<string>> _operations = new(
        operations.ToDictionary(), StringComparer.Ordinal);

    /// <summary>IAM's prefixes of the services, in order.</summary>
    public IReadOnlyCollection<string> Services => _operations.Keys;

    /// <summary>The operations' names, by service and in order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Operations => _operations;

    /// <summary>What is wrong with a place, in words that list what there is; null if nothing is.</summary>
    public string? Problem(string service, string operation)
    {
        if (service is ApiCall.Function or ApiCall.Metric) return null;
        if (!_operations.TryGetValue(service, out var known))
            return $"there is no \"{service}\": {string.Join(", ", Services)}, {ApiCall.Function} and {ApiCall.Metric} are there";
        return operation == "*" || known.Contains(operation)
            ? null
            : $"{service} has no \"{operation}\" here, but {string.Join(", ", known)}, or * for any";
    }
}
