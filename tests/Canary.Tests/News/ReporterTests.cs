using Canary.News;
using Canary.Rollouts;
using Canary.States;
using Canary.Statistics;
using Canary.Tests.Rollouts;

namespace Canary.Tests.News;

/// <summary>What a change of a rollout's document has to tell.</summary>
public class ReporterTests
{
    private static readonly Step[] Asking = [Given.Step(10, 15) with { ApprovalSeconds = 40 }, Given.Step(100, 0)];

    [Fact]
    public void Between_AShift_TellsTheShareAndWhatToType()
    {
        var ready = Given.Ready(Asking);
        var shifted = ShiftWeight.Shifted(ready, Given.Written(ShiftWeight.Wanted(ready), "r"), Given.Time);

        var told = Assert.Single(Reporter.Between(ready, shifted, Given.Time));

        Assert.Equal(
            (NewsKind.Shifted, $"{Given.Execution}/1/Shifted", 1, "3", "4", 1, 10m),
            (told.Kind, told.Id, told.Number, told.StableVersion, told.CandidateVersion, told.Step, told.Weight));
        Assert.Equal(
            ("orders:live: 10 % to version 4", "canary abort orders:live"),
            (told.Title, told.Command));
    }

    [Fact]
    public void Between_ACheckThatFindsNothingNew_TellsNothing()
    {
        var shifted = Given.Shifted(Given.Step(10, 60), Given.Step(100, 0));

        var baking = CheckHealth.Checked(shifted, Given.Healthy, Given.Time.AddSeconds(15));

        Assert.Empty(Reporter.Between(shifted, baking, Given.Time));
    }

    [Fact]
    public void Between_AQuestion_TellsItOnceWithItsExpiry()
    {
        var shifted = Given.Shifted(Asking);
        var asked = CheckHealth.Checked(shifted, Given.Healthy, Given.Time.AddSeconds(15));
        var waiting = CheckHealth.Checked(asked, Given.Healthy, Given.Time.AddSeconds(30));

        var told = Assert.Single(Reporter.Between(shifted, asked, Given.Time.AddSeconds(15)));

        Assert.Equal((NewsKind.ApprovalRequested, "canary approve orders:live"), (told.Kind, told.Command));
        Assert.Equal(Given.Time.AddSeconds(55), told.ExpiresAt);
        Assert.Empty(Reporter.Between(asked, waiting, Given.Time.AddSeconds(30)));
    }

    [Fact]
    public void Between_AHold_TellsItOnceAStepWhateverRoomTheStoryHas()
    {
        var silent = new Judgement(new(HealthState.Inconclusive, "no requests were seen"), [], 1, true);
        var begun = Canary.Tests.Analysis.Compared.Begun(
            new() { WaitSeconds = 900, Latency = null }, Given.Step(10, 60), Given.Step(100, 0))
            .Note(own => own with { StoryHasSteps = false });
        var held = CheckHealth.Checked(begun, Given.Healthy, silent, Given.Time.AddSeconds(60));
        var on = CheckHealth.Checked(held, Given.Healthy, silent, Given.Time.AddSeconds(75));

        Assert.Equal(NewsKind.Held, Assert.Single(Reporter.Between(begun, held, Given.Time)).Kind);
        Assert.Empty(Reporter.Between(held, on, Given.Time));
    }

    [Fact]
    public void Between_AnAbortThatAWriteMet_TellsWho()
    {
        var caught = Given.Shifted(Asking).Note(own => own with
        {
            Alias = own.Alias with { NewWord = "abort by dave: no" },
        }) with
        { Error = new("Aborted", "dave aborted it: no") };

        var told = Assert.Single(Reporter.Between(caught, RolledBack(caught), Given.Time));

        Assert.Equal((NewsKind.RolledBack, "dave", "canary show test"), (told.Kind, told.Who, told.Command));
    }

    [Theory]
    [InlineData("arn:aws:states:eu-west-1:1:execution:c:x", "https://eu-west-1.console.aws.amazon.com/states/home")]
    [InlineData("arn:aws-cn:states:cn-north-1:1:execution:c:x", "https://cn-north-1.console.amazonaws.cn/states/home")]
    [InlineData("arn:aws-us-gov:states:us-gov-west-1:1:execution:c:x", "https://us-gov-west-1.console.amazonaws-us-gov.com/")]
    [InlineData("arn:aws-iso:states:us-iso-east-1:1:execution:c:x", "arn:aws-iso:states:us-iso-east-1:1:execution:c:x")]
    public void Between_AnyPartition_LinksToItsConsole(string execution, string link)
    {
        var before = Given.Shifted(Asking) with { Execution = execution };

        var told = Assert.Single(Reporter.Between(before, RolledBack(before), Given.Time));

        Assert.StartsWith(link, told.Console, StringComparison.Ordinal);
        Assert.EndsWith(execution, told.Console, StringComparison.Ordinal);
    }

    [Fact]
    public void Between_NamesThatAShellWouldTakeForMore_AreNotTyped()
    {
        var before = Given.Shifted(Asking) with
        {
            Execution = "arn:aws:states:eu-west-1:1:execution:c:it's(me)",
            Function = "a \"b\" \\ c",
            Reason = "\"why\" \\ not",
        };

        var told = Assert.Single(Reporter.Between(before, RolledBack(before), Given.Time));

        Assert.Equal(("canary list", "A rollout: rolled back to version 3"), (told.Command, told.Title));
        Assert.DoesNotContain('"', told.Text);
        Assert.DoesNotContain('\\', told.Text);
    }

    [Fact]
    public void Told_AfterNews_CountsIt()
    {
        var rollout = Reporter.Told(Reporter.Told(Given.Shifted(Asking), 2), 0);

        Assert.Equal(2, rollout.Internal.Told);
        Assert.Equal(3, Assert.Single(Reporter.Between(rollout, RolledBack(rollout), Given.Time)).Number);
    }

    private static Rollout RolledBack(Rollout rollout) =>
        Rollback.RolledBack(rollout, RollbackMove.Restore, new(new("3"), "r"), Given.Time);
}
