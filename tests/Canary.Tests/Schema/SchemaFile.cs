using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;

namespace Canary.Tests.Schema;

/// <summary>One of the schemas in <c>docs/schema</c>.</summary>
internal sealed class SchemaFile
{
    private readonly JsonSchema _schema;

    private SchemaFile(string name)
    {
        Json = JsonNode.Parse(File.ReadAllText(Path.Combine(Root, "docs", "schema", name)))!.AsObject();
        _schema = JsonSchema.FromText(Translated(Json).ToJsonString());
    }

    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static SchemaFile Input { get; } = new("input.schema.json");

    public static SchemaFile Document { get; } = new("document.schema.json");

    public static SchemaFile Event { get; } = new("event.schema.json");

    public JsonObject Json { get; }

    public bool Accepts(JsonElement value) => _schema.Evaluate(value).IsValid;

    public bool Accepts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return Accepts(document.RootElement);
    }

    /// <summary>Where a document is not as the schema says, and why.</summary>
    public IEnumerable<string> FaultsOf(string json)
    {
        using var document = JsonDocument.Parse(json);
        var found = _schema.Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
        return from part in found.Details ?? []
               from fault in part.Errors ?? new Dictionary<string, string>()
               select $"{part.InstanceLocation}: {fault.Value}";
    }

    /// <summary>A part of it, by its JSON pointer, as a schema of its own.</summary>
    public bool PartAccepts(string pointer, JsonNode? value)
    {
        var part = Translated(Json);
        var definitions = part["$defs"]!.DeepClone().AsObject();
        definitions["whole"] = part.DeepClone();
        var named = new JsonObject { ["$ref"] = $"#/$defs/whole{pointer}", ["$defs"] = definitions };
        var schema = JsonSchema.FromText(named.ToJsonString());
        return schema.Evaluate(JsonSerializer.SerializeToElement(value)).IsValid;
    }

    /// <summary>A part of it, by its JSON pointer.</summary>
    public JsonObject At(string pointer) => Objects().Single(part => part.Pointer == pointer).Value;

    /// <summary>Every object in it, with its JSON pointer.</summary>
    public IEnumerable<(string Pointer, JsonObject Value)> Objects() => Objects("", Json);

    private static IEnumerable<(string Pointer, JsonObject Value)> Objects(string pointer, JsonNode? node) => node switch
    {
        JsonObject one => one.SelectMany(field => Objects($"{pointer}/{field.Key}", field.Value)).Prepend((pointer, one)),
        JsonArray list => list.SelectMany((item, i) => Objects($"{pointer}/{i}", item)),
        _ => [],
    };

    // A schema's $ is the end of a text; to .NET's regular expressions it is the place before a last line break too.
    private static JsonObject Translated(JsonObject schema)
    {
        var copy = schema.DeepClone().AsObject();
        foreach (var (_, part) in Objects("", copy).ToList())
        {
            if (part["pattern"] is JsonValue pattern && pattern.TryGetValue<string>(out var text) && text.EndsWith('$'))
                part["pattern"] = text + "(?!\n)";
            // A length is in characters of Unicode; the judge counts what a reader sees as one, such as a letter and a joiner.
            var (least, most) = (part["minLength"]?.GetValue<int>(), part["maxLength"]?.GetValue<int>());
            if ((least ?? most) is null) continue;
            part.Remove("minLength");
            part.Remove("maxLength");
            if (part["allOf"] is not JsonArray all) part["allOf"] = all = [];
            all.Add(new JsonObject { ["pattern"] = $@"\A(?>[\uD800-\uDBFF][\uDC00-\uDFFF]|[\s\S]){{{least ?? 0},{most}}}\z" });
        }
        return copy;
    }

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "Canary.sln")) ? folder.FullName : Find(folder.Parent!);
}
