namespace Canary.Cli.Setup;

/// <summary>Tells what of the template has no counterpart here.</summary>
internal static class NotEmulated
{
    /// <summary>A line with each kind once, in the template's own words; null when there is none.</summary>
    /// <param name="things">Each a resource's property, <c>One.Tracing</c>, or a resource with its type,
    /// <c>Logs (AWS::Logs::LogGroup)</c>.</param>
    public static string? Notice(IEnumerable<string> things)
    {
        var kinds = things.Select(Kind).Distinct().Order(StringComparer.Ordinal).ToList();
        return kinds.Count == 0 ? null : $"In template.yaml, but not emulated here: {string.Join(", ", kinds)}.";
    }

    private static string Kind(string thing) => thing[(thing.LastIndexOfAny(['.', '(']) + 1)..].TrimEnd(')');
}
