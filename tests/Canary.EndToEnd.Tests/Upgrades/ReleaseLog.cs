using System.Text;
using System.Text.Json.Nodes;
using Canary.Errors;
using Canary.Local.Lambda.Environments;

namespace Canary.EndToEnd.Tests.Upgrades;

/// <summary>
/// Has each release of Canary write documents that no other release's steps can read, and keeps which release ran what.
/// </summary>
internal sealed class ReleaseLog
{
    private const string Mark = "release";

    /// <summary>What stands beside the state machine: one of each for all releases.</summary>
    public static readonly IReadOnlyList<string> Beside = ["RestoreAlias", "Control", "Approve"];

    private readonly Lock _gate = new();
    private readonly List<Ran> _runs = [];
    private readonly List<DateTimeOffset> _upgrades = [];

    /// <summary>What ran, in order.</summary>
    public IReadOnlyList<Ran> Runs
    {
        get
        {
            lock (_gate) return [.. _runs];
        }
    }

    /// <summary>When another release was deployed.</summary>
    public IReadOnlyList<DateTimeOffset> Upgrades => _upgrades;

    /// <summary>The number of the release that is deployed now.</summary>
    public int Next(DateTimeOffset at)
    {
        lock (_gate)
        {
            _upgrades.Add(at);
            return _upgrades.Count;
        }
    }

    /// <summary>Runs a Lambda of a release.</summary>
    public async Task<byte[]> RunAsync(EnvironmentSpec spec, ReadOnlyMemory<byte> payload, Func<Task<byte[]>> lambda)
    {
        var release = spec.Definition.MemoryMb - ReleaseTree.Memory;
        var name = spec.Definition.Environment["ANNOTATIONS_HANDLER"];
        var given = JsonNode.Parse(payload.Span) as JsonObject;
        var document = given?["rollout"] as JsonObject;
        var isStep = !Beside.Contains(name);
        var execution = isStep ? (string?)(document?["execution"] ?? given?["execution"]) : null;
        lock (_gate) _runs.Add(new(name, execution, release, _upgrades.Count));
        if (isStep && document is not null && ((int?)document["internal"]?[Mark] ?? 0) != release)
            throw new ForeignDocument($"{name} of the release {release} was given a document of another release.");
        var answer = await lambda();
        if (!isStep || release == 0 || JsonNode.Parse(answer) is not JsonObject marked) return answer;
        marked["internal"]![Mark] = release;
        return Encoding.UTF8.GetBytes(marked.ToJsonString());
    }
}
