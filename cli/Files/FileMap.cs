namespace Canary.Cli.Files;

/// <summary>
/// Where in a file a fault is. A fault begins with the path of its field, such as <c>steps[1].weight is 10</c>; one that does
/// not, as those that AWS causes, quotes the value: <c>The alarm "orders" does not exist</c>.
/// </summary>
internal sealed class FileMap
{
    private static readonly string[] PlanFields = ["steps", "deploymentConfig"];

    private readonly Dictionary<string, FilePlace> _places = [];
    private readonly List<(string Path, string Quoted)> _texts = [];

    /// <summary>Whether a field is given twice.</summary>
    public bool HasTwice { get; private set; }

    /// <summary>Notes where something is. Of a field that is given twice, the second counts.</summary>
    public void Add(string path, FilePlace place, string? quoted)
    {
        HasTwice |= !_places.TryAdd(path, place);
        _places[path] = place;
        if (quoted is not null) _texts.Add((path, quoted));
    }

    /// <summary>Every fault at its place, in the order of the file.</summary>
    public IReadOnlyList<FileFault> Placed(IEnumerable<string> faults) =>
        [.. faults.SelectMany(UnknownNames.Apart)
            .Select(fault => new FileFault(PlaceOf(fault), fault))
            .OrderBy(fault => fault.Place.Line)
            .ThenBy(fault => fault.Place.Column)];

    private FilePlace PlaceOf(string fault)
    {
        var path = _places.Keys.Where(path => IsBegunBy(fault, path)).MaxBy(path => path.Length) ?? "";
        // An item of a list that the fault is about, and what AWS says of a value, are found by the value.
        var quoted = _texts
            .Where(text => path.Length == 0
                ? text.Quoted.StartsWith('"')
                : text.Path.StartsWith($"{path}[", StringComparison.Ordinal))
            .Select(text => (text.Path, At: fault.IndexOf(text.Quoted, path.Length, StringComparison.Ordinal)))
            .Where(text => text.At >= 0)
            .OrderBy(text => text.At)
            .ToList();
        if (quoted.Count > 0) return _places[quoted.Last(text => text.At == quoted[0].At).Path];
        if (path.Length > 0) return _places[path];
        // About the plan as a whole: of two ways to say it, the second is the one too many.
        var isOfPlan = fault.StartsWith("Both ", StringComparison.Ordinal)
            || fault.StartsWith("The steps ", StringComparison.Ordinal);
        return isOfPlan && Plan() is { } plan ? plan : _places.GetValueOrDefault("", FilePlace.Start);
    }

    private FilePlace? Plan() => PlanFields
        .Where(_places.ContainsKey)
        .Select(path => (FilePlace?)_places[path])
        .MaxBy(place => place!.Value.Line);

    private static bool IsBegunBy(string fault, string path) => path.Length > 0
        && fault.StartsWith(path, StringComparison.Ordinal)
        && (fault.Length == path.Length || fault[path.Length] is ' ' or '.' or '[' or ',');
}
