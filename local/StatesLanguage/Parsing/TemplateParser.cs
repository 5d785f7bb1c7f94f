using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Canary.StatesLanguage.Data;
using Canary.StatesLanguage.Intrinsics;
using Canary.StatesLanguage.Json;

namespace Canary.StatesLanguage.Parsing;

/// <summary>Reads a payload template: a member whose name ends with <c>.$</c> is computed, however deep it is.</summary>
internal sealed class TemplateParser(DefinitionProblems problems)
{
    private const string Computed = ".$";

    /// <summary>Reads a template and reports what is wrong with it.</summary>
    public ObjectTemplate Parse(JsonObject template, string location)
    {
        var members = ImmutableArray.CreateBuilder<(string, Expression)>();
        foreach (var (name, value) in template)
        {
            if (name.EndsWith(Computed, StringComparison.Ordinal))
                members.Add((name[..^Computed.Length], Compute(name, value, location)));
            else members.Add((name, Plain(value, $"{location}/{name}")));
        }
        foreach (var twice in members.GroupBy(member => member.Item1).Where(group => group.Count() > 1))
            problems.Schema(location, $"The field '{twice.Key}' is there twice, as '{twice.Key}' and as '{twice.Key}.$'");
        return new ObjectTemplate(members.ToImmutable());
    }

    /// <summary>Reads a path or a call of an intrinsic function.</summary>
    /// <exception cref="FormatException">It is neither.</exception>
    public static Expression PathOrCall(string field, string text) => text.StartsWith("States.", StringComparison.Ordinal)
        ? new IntrinsicParser(text).Parse()
        : new FieldPath(field, JsonPath.Parse(text));

    private Expression Plain(JsonNode? value, string location) => value switch
    {
        JsonObject inner => Parse(inner, location),
        JsonArray items => new ArrayTemplate([.. items.Select((item, index) => Plain(item, $"{location}[{index}]"))]),
        _ => new Literal(value),
    };

    private Expression Compute(string name, JsonNode? value, string location)
    {
        try
        {
            if (value.AsString() is { } text) return PathOrCall(name, text);
            problems.Schema(
                location, $"The value for the field '{name}' must be a valid JSONPath or a valid intrinsic function call");
        }
        catch (FormatException exception)
        {
            problems.Schema(
                location,
                $"The value for the field '{name}' must be a valid JSONPath or a valid intrinsic "
                + $"function call ({exception.Message})");
        }
        return new Literal(null);
    }
}
