using System.Globalization;
using System.Text.Json.Nodes;
using Canary.Local.Faults;

namespace Canary.Local.Lambda.Model;

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

    /// <summary>Its own, or null for the account's.</summary>
    public FunctionLifecycle? Lifecycle { get; set; }

    /// <summary>The most invocations at a time over all versions, or null.</summary>
    public int? ReservedConcurrency { get; set; }

    public int InFlight { get; set; }

    /// <summary>How many of those run on provisioned concurrency.</summary>
    public int InFlightProvisioned { get; set; }

    /// <summary>Provisioned concurrency by the alias or version that it was configured for.</summary>
    public SortedDictionary<string, Provisioning> Provisioned { get; } = new(StringComparer.Ordinal);

    /// <summary>How asynchronous events are treated, by alias or version.</summary>
    public SortedDictionary<string, EventInvokeSettings> EventInvokes { get; } = new(StringComparer.Ordinal);

    /// <summary>The statements of the policies, by alias or version; the function's own has the empty name.</summary>
    public Dictionary<string, IReadOnlyList<JsonObject>> Policies { get; } = [];

    /// <summary>The URLs, by alias; the function's own has the empty name.</summary>
    public SortedDictionary<string, FunctionUrl> Urls { get; } = new(StringComparer.Ordinal);

    /// <summary>Lambda's own shifts that have not ended, by alias.</summary>
    public Dictionary<string, ImplicitShift> Shifts { get; } = [];

    public int TotalProvisioned => Provisioned.Values.Sum(one => one.Requested);

    /// <summary>Numbers are never used twice, not even that of a deleted version.</summary>
    public int NextNumber { get; set; } = 1;

    public IEnumerable<VersionRecord> Versions => Published.Values.Prepend(Latest);

    /// <summary>A version's number, or null for a text that no version has: "01" is not another name of version 1.</summary>
    public static int? Number(string text) =>
        !text.StartsWith('0') && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            ? parsed
            : null;

    /// <summary>How many provisioned environments a version has.</summary>
    public int ProvisionedFor(string version, DateTimeOffset now) => Provisioned.Count == 0 ? 0 : Provisioned
        .Where(entry => entry.Key == version || Aliases.GetValueOrDefault(entry.Key)?.FunctionVersion == version)
        .Sum(entry => entry.Value.Allocated(now));

    /// <summary>Ends Lambda's own shifts whose version is provisioned by now, and tells of which aliases.</summary>
    public IReadOnlyList<AliasConfiguration> Settle(DateTimeOffset now)
    {
        if (Shifts.Count == 0) return [];
        var settled = new List<AliasConfiguration>();
        foreach (var (name, shift) in Shifts.Where(entry => !entry.Value.Failed && entry.Value.Due <= now).ToList())
        {
            Shifts.Remove(name);
            AliasWrites[name] = new(Aliases[name], shift.Due);
            settled.Add(Aliases[name] = Aliases[name] with { Weights = null, RevisionId = shift.RevisionId });
        }
        return settled;
    }

    public VersionRecord? Version(string number) => number == VersionRecord.Latest
        ? Latest
        : Number(number) is { } parsed ? Published.GetValueOrDefault(parsed) : null;
}
