using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Canary.Local.Deploy.Plan;

namespace Canary.Local.Deploy.Template;

/// <summary>
/// Turns what the template says into values: <c>Ref</c>, <c>Fn::GetAtt</c>, <c>Fn::Sub</c>, <c>Fn::Join</c> and <c>Fn::If</c>.
/// Every other function is refused by name.
/// </summary>
/// <param name="parameters">Parameters and pseudo parameters.</param>
/// <param name="attribute">
/// A resource's attribute; the empty name is what <c>Ref</c> of it gives. Null if there is no such resource.
/// </param>
/// <param name="condition">Whether a condition holds; it throws if there is none of the name.</param>
internal sealed partial class TemplateValues(
    IReadOnlyDictionary<string, JsonNode> parameters, Func<string, string, string?> attribute, Func<string, bool> condition)
{
    private const string NoValue = "AWS::NoValue";

    /// <summary>The value; null for one that the template takes away with <c>AWS::NoValue</c>.</summary>
    /// <exception cref="TemplateException">Something in it is not known or not understood.</exception>
    public JsonNode? Resolve(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } map when map.First() is { Key: "Ref" or "Condition" or ['F', 'n', ':', ':', ..] } call =>
            Call(call.Key, call.Value),
        JsonObject map => new JsonObject(Kept(map.Select(pair => (pair.Key, pair.Value)))),
        JsonArray list => new JsonArray([.. Kept(list.Select(item => ("", item))).Select(pair => pair.Value)]),
        _ => node?.DeepClone(),
    };

    private IEnumerable<KeyValuePair<string, JsonNode?>> Kept(IEnumerable<(string Key, JsonNode? Value)> members)
    {
        foreach (var (key, value) in members)
        {
            var resolved = Resolve(value);
            if (resolved is not null || value is null) yield return KeyValuePair.Create(key, resolved);
        }
    }

    private JsonNode? Call(string function, JsonNode? argument) => (function, argument) switch
    {
        ("Ref", JsonValue name) when name.ToString() == NoValue => null,
        ("Ref", JsonValue name) => Ref(name.ToString()),
        ("Fn::If", JsonArray { Count: 3 } branches) => Resolve(branches[condition(branches[0]!.ToString()) ? 1 : 2]),
        ("Fn::GetAtt", JsonArray { Count: 2 } path) => GetAtt(path[0]!.ToString(), path[1]!.ToString()),
        ("Fn::Sub", JsonValue text) => Sub(text.ToString(), []),
        ("Fn::Sub", JsonArray { Count: 2 } and [JsonValue text, JsonObject values]) => Sub(text.ToString(), values),
        ("Fn::Join", JsonArray { Count: 2 } and [JsonValue separator, JsonArray parts]) =>
            string.Join(separator.ToString(), parts.Select(Resolve)),
        _ => throw new TemplateException($"The local deployment does not understand {function}: {argument?.ToJsonString()}."),
    };

    private JsonNode Ref(string name)
    {
        if (parameters.TryGetValue(name, out var value)) return value.DeepClone();
        return attribute(name, "")
            ?? throw new TemplateException($"Ref '{name}': the template has no parameter and no resource of this name.");
    }

    private string GetAtt(string resource, string name) =>
        attribute(resource, name)
            ?? throw new TemplateException($"GetAtt '{resource}.{name}': the template has no resource '{resource}'.");

    private string Sub(string text, JsonObject values) => Placeholder().Replace(text, match =>
    {
        var name = match.Groups[1].Value;
        if (name.StartsWith('!')) return $"${{{name[1..]}}}";
        if (values.TryGetPropertyValue(name, out var value)) return Resolve(value)?.ToString() ?? "";
        return name.Split('.', 2) is [var resource, var member]
            ? attribute(name, "") ?? GetAtt(resource, member)
            : Ref(name).ToString();
    });

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Placeholder();
}
