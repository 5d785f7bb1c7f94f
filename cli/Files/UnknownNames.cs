using System.Text.RegularExpressions;

namespace Canary.Cli.Files;

/// <summary>
/// The domain tells all unknown fields of an object in one sentence, since a reason has little room. In a file each has its line.
/// </summary>
internal static partial class UnknownNames
{
    /// <summary>A fault for each of the fields; any other fault as it is.</summary>
    public static IEnumerable<string> Apart(string fault)
    {
        if (Several().Match(fault) is not { Success: true } several) return [fault];
        var names = One().Matches(several.Groups["names"].Value);
        var apart = names.Select(name =>
            $"{name.Groups["name"].Value} is not a field that Canary knows{Meant(name)} {several.Groups["fields"].Value}");
        return several.Groups["more"] is { Success: true, Value: var more } ? apart.Append(More(names[0], more)) : apart;
    }

    private static string Meant(Match name) =>
        name.Groups["meant"] is { Success: true, Value: var meant } ? $": did you mean {meant}?" : ".";

    private static string More(Match first, string count)
    {
        var path = first.Groups["name"].Value;
        var end = path.LastIndexOf('.');
        return $"{(end < 0 ? "The file" : path[..end])} has {count} more fields that Canary does not know.";
    }

    [GeneratedRegex(
        @"^(?<names>.+?)( and (?<more>[0-9]+) more)? are not fields that Canary knows\. (?<fields>The fields are .+)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Several();

    // A name that is no plain word is quoted, and may have anything in it.
    [GeneratedRegex(
        @"(?<name>([^\s,""()]|""([^""\\]|\\.)*"")+)( \(did you mean (?<meant>\w+)\?\))?(, |\z)", RegexOptions.CultureInvariant)]
    private static partial Regex One();
}
