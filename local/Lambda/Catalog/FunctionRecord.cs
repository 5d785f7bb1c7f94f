namespace Canary.Local.Lambda.Catalog;

/// <summary>One function with its versions and aliases. Read and written under the store's lock.</summary>
internal sealed class FunctionRecord(string name, VersionRecord latest)
{
    public string Name { get; } = name;

    public VersionRecord Latest { get; set; } = latest;

    public SortedDictionary<int, VersionRecord> Published { get; } = [];

    public SortedDictionary<string, AliasConfiguration> Aliases { get; } = new(StringComparer.Ordinal);

    public FunctionLifecycle Lifecycle { get; set; } = FunctionLifecycle.Immediate;

    /// <summary>The most invocations at a time over all versions, or null.</summary>
    public int? ReservedConcurrency { get; set; }

    public int InFlight { get; set; }

    /// <summary>Numbers are never used twice, not even that of a deleted version.</summary>
    public int NextNumber { get; set; } = 1;

    public IEnumerable<VersionRecord> Versions => Published.Values.Prepend(Latest);

    public VersionRecord? Version(string number) => number == VersionRecord.Latest
        ? Latest
        : int.TryParse(number, out var parsed) ? Published.GetValueOrDefault(parsed) : null;
}
