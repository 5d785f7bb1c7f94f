using Canary.Wording;

namespace Canary.Input;

/// <summary>
/// What to say of fields that nobody knows: all in one sentence, each with the known one that is meant, if any is near.
/// </summary>
internal static class UnknownFields
{
    private const int Told = 6;
    private const int LongestName = 40;
    private const int ShortestPart = 4;

    /// <param name="where">The path to the object, with the dot.</param>
    /// <param name="unknown">The names.</param>
    /// <param name="free">The known fields that are not given.</param>
    /// <param name="known">All known fields.</param>
    public static string FaultOf(
        string where, IEnumerable<string> unknown, IEnumerable<string> free, IReadOnlyCollection<string> known)
    {
        var names = unknown.Distinct(StringComparer.Ordinal).ToList();
        var left = free.ToList();
        var told = names.Take(Told)
            .Select(name => (Name: $"{where}{Quoted.Name(name, LongestName)}", Meant: TakeNearest(name, left)))
            .ToList();
        var fields = $"The fields are {string.Join(", ", known)}.";
        if (names.Count == 1)
            return $"{told[0].Name} is not a field that Canary "
                + $"knows{(told[0].Meant is { } only ? $": did you mean {only}?" : ".")} {fields}";
        var more = names.Count > Told ? $" and {names.Count - Told} more" : "";
        var named = told.Select(one => one.Meant is { } meant ? $"{one.Name} (did you mean {meant}?)" : one.Name);
        return $"{string.Join(", ", named)}{more} are not fields that Canary knows. {fields}";
    }

    // Each is meant by one name at most.
    private static string? TakeNearest(string name, List<string> left)
    {
        var meant = Simple(name);
        var nearest = left.Where(field => IsNear(meant, Simple(field))).MinBy(field => Distance(meant, Simple(field)));
        if (nearest is not null) left.Remove(nearest);
        return nearest;
    }

    private static bool IsNear(string name, string field) => name.Length <= LongestName
        && (Distance(name, field) <= Math.Min(3, field.Length / 3)
            || (name.Length >= ShortestPart
                && (field.StartsWith(name, StringComparison.Ordinal) || field.EndsWith(name, StringComparison.Ordinal))));

    private static string Simple(string name) =>
        name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>How many letters have to be put in, taken out or changed.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[^1];
    }
}
