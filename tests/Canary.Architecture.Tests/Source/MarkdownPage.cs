using System.Text.RegularExpressions;

namespace Canary.Architecture.Tests.Source;

/// <summary>A page of the documentation, as far as links and paths go.</summary>
internal sealed partial class MarkdownPage
{
    private readonly string prose;

    public MarkdownPage(string path, string text)
    {
        Path = path;
        Lines = text.Split('\n');
        prose = Fence().Replace(text, "");
        Anchors = ReadAnchors(prose);
    }

    public static MarkdownPage Read(string path) => new(path, SourceTree.Read(path));

    /// <summary>From the root of the tree, with slashes.</summary>
    public string Path { get; }

    public IReadOnlyList<string> Lines { get; }

    /// <summary>What a link to one of its headings may say after the #.</summary>
    public IReadOnlySet<string> Anchors { get; }

    /// <summary>
    /// Links to what is in this tree: the path from its root, this page's own for a mere #, and the anchor or nothing.
    /// </summary>
    public IEnumerable<(string Path, string Anchor)> Links =>
        from link in Link().Matches(Code().Replace(prose, ""))
        let target = link.Groups[1].Value
        where !target.Contains(':', StringComparison.Ordinal)
        let parts = target.Split('#')
        select (parts[0].Length == 0 ? Path : FromRoot(parts[0]), parts.Length > 1 ? parts[1] : "");

    /// <summary>What stands between backticks.</summary>
    public IEnumerable<string> CodeSpans => Code().Matches(prose).Select(code => code.Value.Trim('`'));

    private static HashSet<string> ReadAnchors(string prose)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        foreach (Match heading in Heading().Matches(prose))
        {
            var words = NoAnchor().Replace(heading.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-');
            var anchor = words;
            for (var number = 1; !anchors.Add(anchor); number++) anchor = $"{words}-{number}";
        }
        return anchors;
    }

    private string FromRoot(string target)
    {
        var folders = new List<string>(Path.Split('/')[..^1]);
        foreach (var part in target.Split('/'))
        {
            if (part != "..") folders.Add(part);
            else if (folders.Count > 0) folders.RemoveAt(folders.Count - 1);
            else return target;
        }
        return string.Join('/', folders);
    }

    [GeneratedRegex("^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`[^`\n]+`")]
    private static partial Regex Code();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NoAnchor();
}
