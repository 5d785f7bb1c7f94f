using Canary.Cli.Screens;
using Canary.Rollouts;
using static Canary.Cli.Tests.Screens.Paper;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Screens;

public class DisplayTests
{
    [Fact]
    public async Task FollowAsync_Plain_WritesNoEscapeCode()
    {
        using var output = new StringWriter();

        var last = await new PlainDisplay(output).FollowAsync(FramesAsync(View(), View().Apply(Ran("PlanRollout", Planned))));

        Assert.DoesNotContain('\u001b', output.ToString());
        Assert.Equal(2, output.ToString().TrimEnd().Split('\n').Length);
        Assert.NotNull(last.View.Document);
    }

    [Fact]
    public async Task FollowAsync_Live_LeavesTheLastFrameOnTheScreen()
    {
        ScreenFrame? last = null;

        var frames = FramesAsync(View(), View() with { State = "Bake" });

        var screen = await WriteAsync(async console =>
        {
            console.Profile.Height = 24;
            last = await new ScreenDisplay(console).FollowAsync(frames);
        });

        Assert.Equal("Bake", last!.View.State);
        Assert.Contains("Bake", screen, StringComparison.Ordinal);
        Assert.Contains("plan", screen, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(80, 24)]
    [InlineData(120, 40)]
    public async Task FollowAsync_ASecondRollout_HasTheScreenForItself(int width, int height)
    {
        var terminal = new Terminal(width, height);
        var display = new ScreenDisplay(terminal.Console);
        var first = View() with { Document = Checked(0, NextState.Bake), State = "Bake" };

        display.Say("Starting …");
        await display.FollowAsync(FramesAsync(first, first with { Document = Promoted, State = "Succeeded" }));
        Assert.Contains(terminal.Screen, line => line.Contains("Succeeded", StringComparison.Ordinal));
        await display.FollowAsync(FramesAsync(first, first with { State = "CheckHealth" }));

        Assert.StartsWith("── A good version ──", terminal.Screen[0], StringComparison.Ordinal);
        Assert.Single(terminal.Screen, line => line.StartsWith("state", StringComparison.Ordinal));
        Assert.Contains(terminal.Screen, line => line.Contains("CheckHealth", StringComparison.Ordinal));
    }
}
