using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Canary.Local.Events.Model;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Events;

/// <summary>
/// Fills in a target's template. A value outside of quotes is JSON; one between quotes is its bare text, of which EventBridge
/// escapes nothing. A value that the event does not have leaves nothing behind.
/// </summary>
internal static partial class InputTemplate
{
    /// <summary>
    /// What a target gets; null where the template was to be JSON, and is none with these values: it gets nothing.
    /// </summary>
    public static string? Fill(InputTransformer transformer, JsonObject happened, Rule rule)
    {
        var filled = Replace(
            transformer.Template, (name, isQuoted) => Text(ValueOf(name, transformer, happened, rule), isQuoted));
        return !IsJson(transformer.Template) || JsonText.IsJson(filled) ? filled : null;
    }

    /// <summary>The names that a template has for values.</summary>
    public static IReadOnlyCollection<string> NamesIn(string template)
    {
        var names = new HashSet<string>();
        Replace(template, (name, _) =>
        {
            names.Add(name);
            return "";
        });
        return names;
    }

    /// <summary>Whether it is JSON, or one or more texts in quotes, whatever its values are.</summary>
    public static bool IsWellFormed(string template)
    {
        var sample = Replace(template, (_, isQuoted) => isQuoted ? "x" : "null");
        try
        {
            var options = new JsonReaderOptions { AllowMultipleValues = !IsJson(template) };
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(sample), options);
            while (reader.Read())
            {
            }
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Whether EventBridge fills in such a name itself.</summary>
    public static bool IsPredefined(string name) => name is "aws.events.rule-arn" or "aws.events.rule-name";

    /// <summary>Whether it is a path as far as there are any here: names and places in lists, one in the other.</summary>
    public static bool IsPath(string path) => Path().IsMatch(path);

    private static bool IsJson(string template) => template.TrimStart() is ['{' or '[', ..];

    private static JsonNode? ValueOf(string name, InputTransformer transformer, JsonObject happened, Rule rule) => name switch
    {
        "aws.events.rule-arn" => JsonValue.Create(rule.Arn),
        "aws.events.rule-name" => JsonValue.Create(rule.Name),
        _ => Part().Matches(transformer.Paths[name]).Aggregate((JsonNode?)happened, Step),
    };

    private static JsonNode? Step(JsonNode? at, Match part) => (at, part.Groups["place"]) switch
    {
        (JsonArray list, { Success: true, Value: var place }) =>
            int.Parse(place, System.Globalization.CultureInfo.InvariantCulture) is var i && i < list.Count ? list[i] : null,
        (JsonObject map, { Success: false }) => map[part.Groups["name"].Value],
        _ => null,
    };

    private static string Text(JsonNode? value, bool isQuoted) =>
        value is null ? ""
        : !isQuoted ? JsonText.Write(value)
        : value.AsString() ?? JsonText.Write(value).Replace("\"", "", StringComparison.Ordinal);

    private static string Replace(string template, Func<string, bool, string> valueOf)
    {
        var (filled, isQuoted) = (new StringBuilder(), false);
        for (var i = 0; i < template.Length; i++)
        {
            if (template[i] == '<' && Placeholder().Match(template, i) is { Success: true } found && found.Index == i)
            {
                filled.Append(valueOf(found.Groups["name"].Value, isQuoted));
                i += found.Length - 1;
                continue;
            }
            if (template[i] == '"' && (i == 0 || template[i - 1] != '\\')) isQuoted = !isQuoted;
            filled.Append(template[i]);
        }
        return filled.ToString();
    }

    [GeneratedRegex(@"<(?<name>[A-Za-z0-9_.-]+)>", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"^\$(\.[A-Za-z0-9_/-]+|\[[0-9]{1,4}\])+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Path();

    [GeneratedRegex(@"\.(?<name>[A-Za-z0-9_/-]+)|\[(?<place>[0-9]{1,4})\]", RegexOptions.CultureInvariant)]
    private static partial Regex Part();
}
