using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.StatesLanguage.Json;
using Canary.StatesLanguage.States;

namespace Canary.StatesLanguage.Parsing;

/// <summary>
/// Reads a definition in the Amazon States Language with the query language JSONPath. What Canary.Local does not support is
/// refused by name.
/// </summary>
internal static class DefinitionParser
{
    /// <summary>Reads and checks all of it.</summary>
    /// <param name="text">JSON.</param>
    /// <param name="resources">What its Task states can call.</param>
    /// <exception cref="DefinitionException">Everything that is wrong.</exception>
    public static StateMachineDefinition Parse(string text, ITaskResources resources)
    {
        var problems = new DefinitionProblems();
        var fields = new Fields(Document(text), "", problems);
        fields.Require("States", "StartAt");
        RefuseJsonata(fields);
        fields.Text("Comment");
        if (fields.Text("Version") is { } version and not "1.0")
            problems.Schema("/Version", $"Version '{version}' is not supported: it must be '1.0'");
        var timeout = fields.Whole("TimeoutSeconds", 1, LanguageLimits.MaxSeconds);
        var startAt = fields.Text("StartAt") ?? "";
        var states = States(fields.Object("States") ?? [], resources, problems);
        fields.RefuseOthers();
        problems.ThrowIfAny();
        TransitionCheck.Check(startAt, states, problems);
        problems.ThrowIfAny();
        return new StateMachineDefinition(startAt, states.ToFrozenDictionary(state => state.Name), timeout);
    }

    /// <summary>JSONPath may be named; JSONata is another language.</summary>
    public static void RefuseJsonata(Fields fields)
    {
        if (fields.Text("QueryLanguage") is { } language and not "JSONPath")
            fields.Problems.Schema(
                $"{fields.Location}/QueryLanguage",
                $"QueryLanguage '{language}' is not supported by Canary.Local: use 'JSONPath'");
    }

    private static JsonObject Document(string text)
    {
        try
        {
            return JsonText.Parse(text) as JsonObject
                ?? throw new DefinitionException("SCHEMA_VALIDATION_FAILED: Definition must be a valid JSON object");
        }
        catch (JsonException exception)
        {
            throw new DefinitionException($"INVALID_JSON_DESCRIPTION: {exception.Message}");
        }
    }

    private static List<State> States(JsonObject states, ITaskResources resources, DefinitionProblems problems)
    {
        var parsed = new List<State>();
        foreach (var (name, node) in states)
        {
            var location = $"/States/{name}";
            if (name.Length is 0 or > LanguageLimits.NameLength)
                problems.Schema(
                    location, $"A state's name has 1 to {LanguageLimits.NameLength} characters, this one has {name.Length}");
            if (node is not JsonObject members) problems.Schema(location, "Expected value of type Object");
            else if (StateParser.Parse(name, new Fields(members, location, problems), resources) is { } state) parsed.Add(state);
        }
        return parsed;
    }
}
