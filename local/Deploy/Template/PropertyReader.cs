using System.Globalization;
using System.Text.Json.Nodes;
using Canary.Local.Deploy.Plan;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Deploy.Template;

/// <summary>Reads a resource's properties one by one, and refuses what nobody has read.</summary>
/// <param name="owner">Whose properties they are, for messages.</param>
/// <param name="properties">As the template says them; consumed.</param>
/// <param name="values">Resolves them.</param>
internal sealed class PropertyReader(string owner, JsonObject properties, TemplateValues values)
{
    private readonly JsonObject _unread = (JsonObject)properties.DeepClone();

    public bool Has(string name) => properties.ContainsKey(name);

    public string? Text(string name) => Take(name) switch
    {
        null => null,
        JsonValue value => value.ToString(),
        var other => throw Wrong(name, "a text", other),
    };

    public string RequiredText(string name) =>
        Text(name) is { Length: > 0 } text ? text : throw new TemplateException($"{owner} has no {name}.");

    public int? Number(string name) => Take(name) switch
    {
        null => null,
        JsonValue value when int.TryParse(value.ToString(), out var number) => number,
        var other => throw Wrong(name, "a whole number", other),
    };

    public double? Fraction(string name) => Take(name) switch
    {
        null => null,
        JsonValue value when double.TryParse(
            value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            number,
        var other => throw Wrong(name, "a number", other),
    };

    public bool? Flag(string name) => Take(name) switch
    {
        null => null,
        JsonValue value when bool.TryParse(value.ToString(), out var flag) => flag,
        var other => throw Wrong(name, "true or false", other),
    };

    /// <summary>A mapping of anything, as JSON.</summary>
    public string? Json(string name) => Take(name) switch
    {
        null => null,
        JsonObject map => JsonText.Write(map),
        var other => throw Wrong(name, "a mapping", other),
    };

    /// <summary>The only entry of a list.</summary>
    public string? OnlyOne(string name) => Take(name) switch
    {
        null => null,
        JsonArray { Count: 1 } and [JsonValue value] => value.ToString(),
        var other => throw Wrong(name, "a list of one text", other),
    };

    /// <summary>A list of texts; empty if there is none.</summary>
    public IReadOnlyList<string> TextList(string name) => Take(name) switch
    {
        null => [],
        JsonArray list when list.All(item => item is JsonValue) => [.. list.Select(item => item!.ToString())],
        var other => throw Wrong(name, "a list of texts", other),
    };

    /// <summary>A list of mappings; empty if there is none.</summary>
    public IReadOnlyList<PropertyReader> List(string name) => Take(name) switch
    {
        null => [],
        JsonArray list when list.All(item => item is JsonObject) =>
            [.. list.Select((item, index) => new PropertyReader($"{owner}.{name}[{index}]", (JsonObject)item!, values))],
        var other => throw Wrong(name, "a list of mappings", other),
    };

    public IReadOnlyDictionary<string, string> Texts(string name) => Take(name) switch
    {
        null => new Dictionary<string, string>(),
        JsonObject map => map.ToDictionary(
            pair => pair.Key,
            pair => pair.Value is JsonValue value ? value.ToString() : throw Wrong($"{name}.{pair.Key}", "a text", pair.Value)),
        var other => throw Wrong(name, "a mapping of texts", other),
    };

    public PropertyReader Section(string name) => Take(name) switch
    {
        null => new PropertyReader($"{owner}.{name}", [], values),
        JsonObject map => new PropertyReader($"{owner}.{name}", map, values),
        var other => throw Wrong(name, "a mapping", other),
    };

    /// <summary>The entries of a mapping of mappings. They resolve what they refer to themselves.</summary>
    public IEnumerable<(string Name, PropertyReader Properties)> Sections(string name)
    {
        if (!_unread.Remove(name, out var node) || node is null) return [];
        if (node is not JsonObject map) throw Wrong(name, "a mapping", node);
        return [.. map.Select(pair => (pair.Key, new PropertyReader(
            $"{owner}.{name}.{pair.Key}", pair.Value as JsonObject
                ?? throw Wrong($"{name}.{pair.Key}", "a mapping", pair.Value), values)))];
    }

    /// <summary>Passes over properties that AWS acts on and the embedded AWS need not; gives those that are there.</summary>
    public IEnumerable<string> PassOver(params ReadOnlySpan<string> names)
    {
        var found = new List<string>();
        foreach (var name in names)
        {
            if (_unread.Remove(name)) found.Add(name);
        }
        return found;
    }

    /// <exception cref="TemplateException">A property is left that the local deployment does not understand.</exception>
    public void RefuseTheRest()
    {
        if (_unread.Count > 0)
            throw new TemplateException(
                $"{owner}: the local deployment does not understand "
                + $"{string.Join(", ", _unread.Select(pair => $"'{pair.Key}'"))}.");
    }

    private JsonNode? Take(string name) => _unread.Remove(name, out var value) ? values.Resolve(value) : null;

    private TemplateException Wrong(string name, string wanted, JsonNode? actual) =>
        new($"{owner}: {name} must be {wanted}, not {actual?.ToJsonString() ?? "nothing"}.");
}
