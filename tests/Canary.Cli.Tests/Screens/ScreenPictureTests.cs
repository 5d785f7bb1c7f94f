using System.Xml.Linq;
using Canary.Cli.Screens;
using Canary.Rollouts;
using static Canary.Cli.Tests.Screens.Paper;
using static Canary.Cli.Tests.Watching.Moments;

namespace Canary.Cli.Tests.Screens;

public class ScreenPictureTests
{
    [Fact]
    public void Draw_AMoment_HasTheWordsOfTheScreen()
    {
        var frame = Frame(View() with { Document = Checked(0, NextState.Bake), State = "Bake", Evidence = [new(Start, .5)] });

        var picture = XDocument.Parse(ScreenPicture.Draw(frame, 100, 30));

        var words =
            string.Join(' ', picture.Descendants().Where(part => part.Name.LocalName == "text").Select(part => part.Value));
        Assert.All(
            ["A good version", "sample:live → version 2", "██████████", "0.50", "1 of 1 alarms OK."],
            text => Assert.Contains(text, words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task FollowAsync_AStepWithEvidence_IsPictured()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.svg");
        var document = Checked(0, NextState.Bake);
        var baking = View() with
        {
            Document = document with { Steps = [document.Steps[0] with { StartedAt = Start }, .. document.Steps.Skip(1)] },
            State = "Bake",
            Evidence = [new(Start, .2), new(Start, .3)],
        };

        await new PictureDisplay(new PlainDisplay(TextWriter.Null), path)
            .FollowAsync(FramesAsync(baking, baking with { Document = Promoted }));

        Assert.Contains("0.30", await File.ReadAllTextAsync(path), StringComparison.Ordinal);
        File.Delete(path);
    }
}
