using System.Text.Json.Nodes;
using Canary.StatesLanguage.Data;
using Canary.StatesLanguage.Json;

namespace Canary.StatesLanguage.Parsing;

/// <summary>The fields of one JSON object in a definition. What is not asked for is refused at the end.</summary>
internal sealed class Fields(JsonObject members, string location, DefinitionProblems problems)
{
    private readonly HashSet<string> _known = [];

    /// <summary>Where the object is, as a JSON pointer.</summary>
    public string Location => location;

    /// <summary>Where to report what is wrong.</summary>
    public DefinitionProblems Problems => problems;

    /// <summary>Whether the field is there, null included.</summary>
    public bool Has(string name) => members.ContainsKey(name);

    /// <summary>A string, or null where there is none.</summary>
    public string? Text(string name) => Read(name, "a string", node => node.AsString());

    /// <summary>An object, or null where there is none.</summary>
    public JsonObject? Object(string name) => Read(name, "a JSON object", node => node as JsonObject);

    /// <summary>A list, or null where there is none.</summary>
    public JsonArray? List(string name) =>
        Read(name, "a list that is not empty", node => node is JsonArray { Count: > 0 } list ? list : null);

    /// <summary>True or false, or null where there is neither.</summary>
    public bool? Flag(string name) => Read(name, "true or false", node => node.AsBoolean());

    /// <summary>A number, or null where there is none.</summary>
    public double? Number(string name, int min) =>
        Read(name, $"a number of at least {min}", node => node.AsDouble() is { } value && value >= min ? value : (double?)null);

    /// <summary>A whole number, or null where there is none.</summary>
    public int? Whole(string name, int min, int max) =>
        Read(
            name,
            $"a whole number from {min} to {max}",
            node => node.AsWhole() is { } value && value >= min && value <= max ? value : (int?)null);

    /// <summary>Any value; null where the field is absent.</summary>
    public Literal? Value(string name)
    {
        _known.Add(name);
        return members.TryGetPropertyValue(name, out var node) ? new Literal(node) : null;
    }

    /// <summary>A path. An absent field is the whole document; JSON null is null.</summary>
    public JsonPath? Path(string name)
    {
        _known.Add(name);
        if (members.TryGetPropertyValue(name, out var node) && node is null) return null;
        return Text(name) is { } text && TryParse(name, () => JsonPath.Parse(text)) is { } path ? path : JsonPath.Root;
    }

    /// <summary>A path as a value, or null where there is none.</summary>
    public FieldPath? Reference(string name) =>
        Text(name) is { } text && TryParse(name, () => JsonPath.Parse(text)) is { } path ? new FieldPath(name, path) : null;

    /// <summary>A path or a call of an intrinsic function, or null where there is neither.</summary>
    public Expression? PathOrCall(string name) =>
        Text(name) is { } text ? TryParse(name, () => TemplateParser.PathOrCall(name, text)) : null;

    /// <summary>A payload template, or null where there is none.</summary>
    public ObjectTemplate? Template(string name) =>
        Object(name) is { } template ? new TemplateParser(problems).Parse(template, $"{location}/{name}") : null;

    /// <summary>The objects of a list.</summary>
    public IEnumerable<Fields> Objects(string name)
    {
        foreach (var (index, item) in (List(name) ?? []).Index())
        {
            var at = $"{location}/{name}[{index}]";
            if (item is JsonObject inner) yield return new Fields(inner, at, problems);
            else problems.Schema(at, "Expected value of type Object");
        }
    }

    /// <summary>Reports those of these fields that are missing.</summary>
    public void Require(params string[] names)
    {
        var missing = names.Where(name => !Has(name)).ToArray();
        if (missing.Length > 0) problems.Schema(location, $"These fields are required: [{string.Join(", ", missing)}]");
    }

    /// <summary>Reports when not exactly one of these fields is there, or more than one where none is needed.</summary>
    public void OnlyOne(bool required, params string[] names)
    {
        var count = names.Count(Has);
        if (count == 0 && required)
            problems.Schema(location, $"Exactly one of these fields is required: [{string.Join(", ", names)}]");
        if (count > 1) problems.Schema(location, $"Only one of these fields is allowed: [{string.Join(", ", names)}]");
    }

    /// <summary>Reports every field that nothing has asked for.</summary>
    public void RefuseOthers()
    {
        foreach (var (name, _) in members)
            if (!_known.Contains(name)) problems.Schema(location, $"Field '{name}' is not supported");
    }

    private T? Read<T>(string name, string expected, Func<JsonNode?, T?> convert)
    {
        _known.Add(name);
        if (!members.TryGetPropertyValue(name, out var node)) return default;
        var value = convert(node);
        if (value is null) problems.Schema($"{location}/{name}", $"Expected {expected}, found {JsonText.Write(node)}");
        return value;
    }

    private T? TryParse<T>(string name, Func<T> parse)
        where T : class
    {
        try
        {
            return parse();
        }
        catch (FormatException exception)
        {
            problems.Schema($"{location}/{name}", exception.Message);
            return null;
        }
    }
}
