using System.Text.Json.Nodes;
using Canary.Local.Deploy.Plan;

namespace Canary.Local.Deploy.Template;

/// <summary>The template's Conditions: what of it there is depends on its parameters.</summary>
internal sealed class TemplateConditions
{
    private readonly JsonObject _declared;
    private readonly TemplateValues _values;
    private readonly HashSet<string> _beingJudged = [];

    /// <param name="declared">The section; null for none.</param>
    /// <param name="parameters">Parameters and pseudo parameters, all that a condition may refer to.</param>
    public TemplateConditions(JsonObject? declared, IReadOnlyDictionary<string, JsonNode> parameters)
    {
        _declared = declared ?? [];
        _values = new TemplateValues(parameters, (_, _) => null, Holds);
        foreach (var (name, _) in _declared) Holds(name);
    }

    /// <summary>Whether a condition of this name holds.</summary>
    /// <exception cref="TemplateException">There is none, it refers to itself, or it is not understood.</exception>
    public bool Holds(string name)
    {
        if (!_declared.TryGetPropertyValue(name, out var condition))
            throw new TemplateException($"The template has no condition '{name}'.");
        if (!_beingJudged.Add(name)) throw new TemplateException($"The condition '{name}' refers to itself.");
        var holds = Judge(name, condition);
        _beingJudged.Remove(name);
        return holds;
    }

    private bool Judge(string owner, JsonNode? node) =>
        node is JsonObject { Count: 1 } map ? (map.First().Key, map.First().Value) switch
        {
            ("Condition", JsonValue name) => Holds(name.ToString()),
            ("Fn::Equals", JsonArray { Count: 2 } pair) =>
                _values.Resolve(pair[0])?.ToString() == _values.Resolve(pair[1])?.ToString(),
            ("Fn::Not", JsonArray { Count: 1 } one) => !Judge(owner, one[0]),
            ("Fn::And", JsonArray several) => several.All(part => Judge(owner, part)),
            ("Fn::Or", JsonArray several) => several.Any(part => Judge(owner, part)),
            _ => throw Unknown(owner, node),
        } : throw Unknown(owner, node);

    private static TemplateException Unknown(string owner, JsonNode? node) => new(
        $"Condition '{owner}': the local deployment does not understand {node?.ToJsonString() ?? "nothing"}. "
        + "It knows Fn::Equals, Fn::Not, Fn::And, Fn::Or and Condition.");
}
