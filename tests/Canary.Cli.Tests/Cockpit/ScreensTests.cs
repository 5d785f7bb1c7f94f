using System.Text;
using System.Text.RegularExpressions;
using Canary.Cli.Aws;
using Canary.Cli.Finding;
using Canary.Cli.Screens;
using Canary.Cli.Tests.Screens;
using Canary.Cli.Watching;
using Canary.Local.Deploy;

namespace Canary.Cli.Tests.Cockpit;

/// <summary>docs/tutorial.md shows what people see: real rollouts, in virtual time. It must not go stale.</summary>
public sealed partial class ScreensTests : IAsyncDisposable
{
    private const string Begin = "<!-- written by ScreensTests -->";
    private const string End = "<!-- end -->";

    private readonly Stage _stage = new();

    [Fact]
    public async Task TheTutorial_ShowsWhatPeopleSee()
    {
        var drawn = await DrawAsync();
        var file = Path.Combine(
            Path.GetDirectoryName(SourceTree.Find(AppContext.BaseDirectory).Template)!, "docs", "tutorial.md");
        var page = await File.ReadAllTextAsync(file);
        var from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        if (Environment.GetEnvironmentVariable("CANARY_WRITE_SCREENS") == "1")
        {
            page = $"{page[..from]}\n{drawn}{page[page.IndexOf(End, StringComparison.Ordinal)..]}";
            await File.WriteAllTextAsync(file, page);
        }

        // The words, not the times: these are as quick as the machine.
        Assert.Equal(WordsOf(drawn), WordsOf(page[from..page.IndexOf(End, StringComparison.Ordinal)]));

        static string WordsOf(string text) => string.Join(' ', Words().Matches(text).Select(word => word.Value));
    }

    public ValueTask DisposeAsync() => _stage.DisposeAsync();

    private async Task<string> DrawAsync()
    {
        var text = new StringBuilder();
        await _stage.EndAsync(_stage.Start("orders-1"));
        _stage.Change("3");
        var second = _stage.Start("orders-2", """ "steps": [{ "weight": 10, "bakeSeconds": 120, "approvalSeconds": 600 }] """);
        await _stage.PassAsync(40);
        await _stage.TypeAsync("pause", Stage.Title, "--for", "30m", "--reason", "the p99 looks odd");
        Add("A rollout that somebody has paused (`canary watch orders:live`, 120 columns):", await ScreenAsync(second, 120, 40));
        await _stage.TypeAsync("resume", Stage.Title, "--reason", "it was the cache");
        await _stage.PassAsync(120);
        Add("The same rollout waits for a person (80 columns):", await ScreenAsync(second, 80, 24));
        await _stage.TypeAsync("reject", Stage.Title, "--reason", "the totals are wrong");
        await _stage.EndAsync(second);
        Add("`canary list`:", (await _stage.TypeAsync("list")).Output);
        Add("`canary show orders:live`:", (await _stage.TypeAsync("show", Stage.Title)).Output);
        return text.ToString();

        void Add(string title, string screen)
        {
            var lines = screen.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd());
            text.Append($"{title}\n\n```\n{string.Join('\n', lines).Trim('\n')}\n```\n\n");
        }
    }

    private async Task<string> ScreenAsync(string execution, int width, int height)
    {
        var view = await _stage.AskAsync(async aws => await RolloutLook.ReadAsync(
            aws,
            await new RolloutFinder(aws, _ => Task.FromResult(new Stack("canary", "aws", "us-east-1", "123456789012")))
                .DescribeAsync(execution, TestContext.Current.CancellationToken),
            TimeProvider.System,
            TestContext.Current.CancellationToken));
        var now = _stage.Clock.GetUtcNow();
        var frame = new ScreenFrame(Stage.Title, view, now, now - Stage.Began, 1);
        return Paper.Write(console => console.Write(LiveScreen.Fit(frame, console)), width, height);
    }

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Words();
}
