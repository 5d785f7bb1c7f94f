using System.Text.RegularExpressions;

namespace Canary.Compat.Tests.Official;

/// <summary>What the official packages have, read from official-api.txt.</summary>
internal static partial class OfficialApi
{
    public static IReadOnlyDictionary<string, ApiType> Types { get; } = Read().ToDictionary(type => type.Name);

    private static IEnumerable<ApiType> Read()
    {
        using var text = new StreamReader(typeof(OfficialApi).Assembly.GetManifestResourceStream("official-api.txt")!);
        while (text.ReadLine() is { } line)
        {
            if (line.StartsWith('#')) continue;
            var parts = Line().Match(line);
            if (!parts.Success) throw new InvalidDataException($"official-api.txt has a line that is no type: {line}");
            var members =
                parts.Groups["members"].Value.Split("; ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            yield return new ApiType(
                parts.Groups["kind"].Value,
                parts.Groups["name"].Value,
                parts.Groups["base"] is { Success: true } found ? found.Value : null,
                members.ToHashSet());
        }
    }

    [GeneratedRegex(@"^(?<kind>class|interface|enum) (?<name>\S+)(?: : (?<base>\S+))? \{(?<members>.*)\}$")]
    private static partial Regex Line();
}
