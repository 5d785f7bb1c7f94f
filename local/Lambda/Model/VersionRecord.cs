using System.Security.Cryptography;
using System.Text.Json;

namespace Canary.Local.Lambda.Model;

/// <summary>
/// $LATEST or one published version. A new code or configuration of $LATEST is a new record; only the revision changes in place.
/// </summary>
internal sealed class VersionRecord(
    FunctionDefinition definition, CodePackage code, string number, DateTimeOffset modified, PendingChange settling)
{
    public const string Latest = "$LATEST";

    public FunctionDefinition Definition { get; } = definition with { CodeDirectory = code.Directory };

    public CodePackage Code { get; } = code;

    public string Number { get; } = number;

    public PendingChange PendingChange { get; } = settling;

    /// <summary>What $LATEST was before the update that is still in progress: invocations go on using it.</summary>
    public VersionRecord? Replaced { get; init; }

    /// <summary>
    /// Equal for two records exactly if publishing one after the other would make no new version.
    /// A published one has that of the $LATEST it was made from.
    /// </summary>
    public string Fingerprint { get; init; } = Fingerprints(definition, code);

    /// <summary>Whether provisioned concurrency fails on it.</summary>
    public bool FailsToInitialize { get; set; }

    /// <summary>How many invocations run on its provisioned concurrency.</summary>
    public int InFlightProvisioned { get; set; }

    /// <summary>What has become of it after it was made, or null.</summary>
    public VersionCondition? Condition { get; set; }

    private string RevisionId { get; set; } = Guid.NewGuid().ToString();

    public bool IsSettled(DateTimeOffset now) => now >= PendingChange.Due;

    public string StateAt(DateTimeOffset now) => View("", now).State;

    public void Rotate() => RevisionId = Guid.NewGuid().ToString();

    public FunctionConfiguration View(string arn, DateTimeOffset now)
    {
        var view = View(arn, IsSettled(now));
        return Condition?.Describe(view, now) ?? view;
    }

    /// <summary>How the answer to the change itself shows it: never as already over.</summary>
    public FunctionConfiguration ViewUnsettled(string arn) => View(arn, settled: false);

    private static string Fingerprints(FunctionDefinition definition, CodePackage code)
    {
        var environment = new SortedDictionary<string, string>(definition.Environment.ToDictionary(), StringComparer.Ordinal);
        var sorted = definition with { CodeDirectory = "", Environment = environment };
        return Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(sorted))) + code.Sha256;
    }

    private FunctionConfiguration View(string arn, bool settled) =>
        PendingChange.Describe(
            new FunctionConfiguration(Definition, arn, Number, RevisionId, Code.Sha256, Code.Size, modified, "Active"), settled);
}
