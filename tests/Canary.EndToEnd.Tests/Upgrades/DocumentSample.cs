using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Aliases;
using Canary.Local.Deploy;

namespace Canary.EndToEnd.Tests.Upgrades;

/// <summary>A document that a release of Canary gave one of its states, and the alias in that moment.</summary>
/// <param name="State">The state.</param>
/// <param name="Execution">The execution's ARN, as the document has it.</param>
/// <param name="Alias">The alias.</param>
/// <param name="Document">The rollout's document.</param>
internal sealed record DocumentSample(string State, string Execution, Alias Alias, JsonObject Document)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };
    private static readonly string Folder = Path.Combine(
        SourceTree.Find(AppContext.BaseDirectory).Root, "tests", "Canary.EndToEnd.Tests", "Upgrades", "Documents");

    /// <summary>The files, by release and state. A release's are never changed again.</summary>
    public static IReadOnlyList<string> Files =>
        [.. Directory.EnumerateFiles(Folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Folder, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];

    public static DocumentSample Read(string file) =>
        JsonSerializer.Deserialize<DocumentSample>(File.ReadAllText(Path.Combine(Folder, file)))!;

    public void Write(string release)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, release)).FullName;
        File.WriteAllText(Path.Combine(folder, $"{State}.json"), JsonSerializer.Serialize(this, Readable) + "\n");
    }

    /// <summary>The document as if it were of another execution, which has last seen this revision of the alias.</summary>
    public string For(string execution, string revision)
    {
        var document = JsonNode.Parse(Document.ToJsonString().Replace(Execution, execution, StringComparison.Ordinal))!;
        document["internal"]!["alias"]!["revision"] = revision;
        return document.ToJsonString();
    }
}
