namespace Canary.Architecture.Tests.Rules;

/// <summary>Folders that know each other, be it by a long way round.</summary>
internal static class Circles
{
    /// <summary>
    /// Each circle, with the arrows between two of its folders that are the fewest: where it is cut most cheaply.
    /// </summary>
    public static IEnumerable<string> Faults(IReadOnlyList<Arrow> arrows) =>
        from circle in Among(arrows)
        let fewest = arrows.Where(arrow => circle.Contains(arrow.From.Folder) && circle.Contains(arrow.ToFolder))
            .GroupBy(arrow => (arrow.From.Folder, arrow.ToFolder))
            .MinBy(between => between.Count())
        let places = fewest.Select(arrow => $"{arrow.From.Path}({arrow.Line}) names {arrow.Named}")
        select $"{string.Join(", ", circle)} name each other. The fewest arrows to cut: {string.Join("; ", places)}.";

    /// <summary>Each circle as its folders in alphabetical order.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Among(IEnumerable<Arrow> arrows)
    {
        var next = arrows.Where(arrow => arrow.From.Folder != arrow.ToFolder)
            .ToLookup(arrow => arrow.From.Folder, arrow => arrow.ToFolder);
        var reached = next.ToDictionary(from => from.Key, from => Reached(from.Key, next));
        return
        [
            .. reached.Where(from => from.Value.Contains(from.Key))
                .Select(from => from.Value.Where(to => reached.TryGetValue(to, out var back) && back.Contains(from.Key)))
                .Select(circle => circle.Order(StringComparer.Ordinal).ToArray())
                .DistinctBy(circle => circle[0]),
        ];
    }

    private static HashSet<string> Reached(string folder, ILookup<string, string> next)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var from))
        {
            foreach (var to in next[from])
            {
                if (reached.Add(to)) open.Push(to);
            }
        }
        return reached;
    }
}
