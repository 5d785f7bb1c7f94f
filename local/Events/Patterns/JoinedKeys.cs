using System.Text.Json.Nodes;

namespace Canary.Local.Events.Patterns;

/// <summary>
/// EventBridge joins the keys of an event and of a pattern by dots: <c>state.value</c> is <c>value</c> in <c>state</c>.
/// </summary>
internal static class JoinedKeys
{
    /// <summary>The event with every dotted key as objects inside each other; the event itself where there is none.</summary>
    public static JsonObject Apart(JsonObject document) => Has(document) ? CopyOf(document) : document;

    private static bool Has(JsonNode? node) => node switch
    {
        JsonObject members => members.Any(member => member.Key.Contains('.') || Has(member.Value)),
        JsonArray items => items.Any(Has),
        _ => false,
    };

    private static JsonNode? Copy(JsonNode? node) => node switch
    {
        JsonObject members => CopyOf(members),
        JsonArray items => new JsonArray([.. items.Select(Copy)]),
        _ => node?.DeepClone(),
    };

    private static JsonObject CopyOf(JsonObject members)
    {
        var copy = new JsonObject();
        foreach (var (name, value) in members) Put(copy, name.Split('.'), Copy(value));
        return copy;
    }

    private static void Put(JsonObject into, string[] path, JsonNode? value)
    {
        foreach (var name in path[..^1])
        {
            if (into[name] is not JsonObject inner) into[name] = inner = [];
            into = inner;
        }
        Merge(into, path[^1], value);
    }

    private static void Merge(JsonObject into, string name, JsonNode? value)
    {
        if (value is not JsonObject members || into[name] is not JsonObject old)
        {
            into[name] = value;
            return;
        }
        foreach (var (key, member) in members.ToList())
        {
            members.Remove(key);
            Merge(old, key, member);
        }
    }
}
