using Canary.Architecture.Tests.Source;

namespace Canary.Architecture.Tests;

/// <summary>What the pages name is there, and each page is found from the README.</summary>
public class LinkTests
{
    private const string Readme = "README.md";

    private static readonly string[] Folders =
        ["bench/", "cli/", "compat/", "docs/", "functions/", "local/", "statemachines/", "tests/"];

    private static readonly List<MarkdownPage> Pages =
    [
        .. new[]
            {
                Readme, "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "compat/README.md",
                "bench/results/detection.md", "bench/results/pipeline.md",
            }
            .Concat(SourceTree.Paths("docs", "*.md"))
            .Select(MarkdownPage.Read),
    ];

    private static readonly Dictionary<string, MarkdownPage> ByPath = Pages.ToDictionary(page => page.Path);

    [Fact]
    public void Links_EachInTheTree_LeadsToAFileAndAHeading()
    {
        var dead = from page in Pages
                   from link in page.Links
                   where !SourceTree.Exists(link.Path)
                       || (link.Anchor.Length > 0 && ByPath.GetValueOrDefault(link.Path)?.Anchors.Contains(link.Anchor) != true)
                   select $"{page.Path}: {link.Path}#{link.Anchor}";

        Assert.Empty(dead);
    }

    [Fact]
    public void Paths_EachThatAPageNames_IsThere()
    {
        var missing = from page in Pages
                      from code in page.CodeSpans
                      where Folders.Any(folder => code.StartsWith(folder, StringComparison.Ordinal))
                          && code.IndexOfAny([' ', '*', '<']) < 0
                      where !SourceTree.Exists(code) && !code.Contains("/bin/", StringComparison.Ordinal)
                      select $"{page.Path}: {code}";

        Assert.Empty(missing);
    }

    [Fact]
    public void Pages_EachOfThem_IsReachedFromTheReadme()
    {
        var reached = new HashSet<string> { Readme };
        var open = new Stack<string>(reached);
        while (open.TryPop(out var path))
        {
            foreach (var link in ByPath[path].Links.Where(link => ByPath.ContainsKey(link.Path)))
            {
                if (reached.Add(link.Path)) open.Push(link.Path);
            }
        }

        Assert.Empty(ByPath.Keys.Except(reached));
    }

    [Fact]
    public void Pages_EachInDocs_OpensWithTheQuestionThatItAnswers() =>
        Assert.All(Pages.Where(page => page.Path.StartsWith("docs/", StringComparison.Ordinal)), page =>
        {
            Assert.StartsWith("# ", page.Lines[0], StringComparison.Ordinal);
            Assert.Matches(@"^\*\*.+\?\*\*$", page.Lines[2]);
        });
}
