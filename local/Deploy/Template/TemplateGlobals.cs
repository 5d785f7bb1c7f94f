using System.Text.Json.Nodes;
using Canary.Local.Deploy.Plan;

namespace Canary.Local.Deploy.Template;

/// <summary>SAM's Globals: what every function has unless it says otherwise.</summary>
internal static class TemplateGlobals
{
    /// <exception cref="TemplateException">There are globals of something else than functions.</exception>
    public static JsonObject Functions(JsonNode? globals)
    {
        if (globals is not JsonObject sections) return [];
        return sections.FirstOrDefault(section => section.Key != "Function").Key is { } other
            ? throw new TemplateException($"Globals: the local deployment does not understand '{other}'. It knows Function.")
            : sections["Function"] as JsonObject ?? [];
    }

    /// <summary>
    /// As SAM does it: mappings are merged, lists are added to the global ones, and of two plain values the own one counts.
    /// </summary>
    public static JsonObject Merge(JsonObject globals, JsonObject own)
    {
        var merged = (JsonObject)globals.DeepClone();
        foreach (var (name, value) in own)
        {
            merged[name] = (merged[name], value) switch
            {
                (JsonObject global, JsonObject local) when !IsIntrinsic(global) && !IsIntrinsic(local) => Merge(global, local),
                (JsonArray global, JsonArray local) => new JsonArray([.. global.Concat(local).Select(item => item?.DeepClone())]),
                _ => value?.DeepClone(),
            };
        }
        return merged;
    }

    private static bool IsIntrinsic(JsonObject map) => map.Count == 1 && map.First().Key is "Ref" or ['F', 'n', ':', ':', ..];
}
