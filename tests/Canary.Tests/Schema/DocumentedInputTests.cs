using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Schema;

/// <summary>The inputs that the README and the pages in <c>docs</c> show: whoever pastes one must not be refused.</summary>
public partial class DocumentedInputTests
{
    private static readonly string[] Known = [.. SchemaFile.Input.Json["properties"]!.AsObject().Select(field => field.Key)];

    [Fact]
    public void Documentation_EachInput_IsTakenByReaderAndSchema()
    {
        var inputs = (from page in Pages()
                      from block in Blocks().Matches(File.ReadAllText(page))
                      from input in InputsIn(block.Groups["text"].Value)
                      select (Page: Path.GetFileName(page), Input: input)).ToList();

        Assert.InRange(inputs.Count, 5, 1_000);
        Assert.All(inputs, one =>
        {
            Assert.Empty(Given.Read(one.Input).Faults);
            Assert.True(SchemaFile.Input.Accepts(one.Input), $"{one.Page}: {one.Input}");
        });
    }

    private static IEnumerable<string> Pages() =>
    [
        Path.Combine(SchemaFile.Root, "README.md"),
        .. Directory.EnumerateFiles(Path.Combine(SchemaFile.Root, "docs"), "*.md", SearchOption.AllDirectories),
    ];

    // A whole input, alone or in a command, or some of its fields.
    private static IEnumerable<string> InputsIn(string block)
    {
        var texts = InCommands().Matches(block).Select(match => match.Groups["json"].Value).Append(block).Append($"{{{block}}}");
        foreach (var text in texts)
        {
            if (Parsed(text) is not { Count: > 0 } fields || !fields.Any(field => Known.Contains(field.Key))) continue;
            // A rollout's document and a word to a rollout have some fields of the same names.
            if (fields.ContainsKey("execution") || fields.ContainsKey("reason") || fields.ContainsKey("word")) continue;
            fields.TryAdd("functionName", "orders");
            fields.TryAdd("aliasName", "live");
            if (!fields.ContainsKey("steps")) fields.TryAdd("deploymentConfig", "Canary10Percent5Minutes");
            yield return fields.ToJsonString();
        }
    }

    private static JsonObject? Parsed(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^```\w*\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"--input '(?<json>\{.*?\})'", RegexOptions.Singleline)]
    private static partial Regex InCommands();
}
