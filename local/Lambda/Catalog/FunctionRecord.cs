using System.Globalization;
using Canary.Local.Faults;

namespace Canary.Local.Lambda.Catalog;

/// <summary>One function with its versions and aliases. Read and written under the store's lock.</summary>
internal sealed class FunctionRecord(string name, VersionRecord latest)
{
    public string Name { get; } = name;

    public VersionRecord Latest { get; set; } = latest;

    public SortedDictionary<int, VersionRecord> Published { get; } = [];

    public SortedDictionary<string, AliasConfiguration> Aliases { get; } = new(StringComparer.Ordinal);

    /// <summary>Of each alias ever written, what was there before the last write.</summary>
    public Dictionary<string, LastWrite<AliasConfiguration>> AliasWrites { get; } = [];

    /// <summary>The same of each version.</summary>
    public Dictionary<string, LastWrite<VersionRecord>> VersionWrites { get; } = [];

    public FunctionLifecycle Lifecycle { get; set; } = FunctionLifecycle.Immediate;

    /// <summary>The most invocations at a time over all versions, or null.</summary>
    public int? ReservedConcurrency { get; set; }

    public int InFlight { get; set; }

    /// <summary>Numbers are never used twice, not even that of a deleted version.</summary>
    public int NextNumber { get; set; } = 1;

    public IEnumerable<VersionRecord> Versions => Published.Values.Prepend(Latest);

    /// <summary>A version's number, or null for a text that no version has: "01" is not another name of version 1.</summary>
    public static int? Number(string text) =>
        !text.StartsWith('0') && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : null;

    public VersionRecord? Version(string number) => number == VersionRecord.Latest
        ? Latest
        : Number(number) is { } parsed ? Published.GetValueOrDefault(parsed) : null;
}
