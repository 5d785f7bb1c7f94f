namespace Canary.Architecture.Tests.Rules;

/// <summary>Folders that know each other, be it by a long way round.</summary>
internal static class Circles
{
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
