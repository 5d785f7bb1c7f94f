using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests.Writes;

/// <summary>What a write that Lambda refused comes to.</summary>
public class AliasWriterTests
{
    private readonly Stage _stage = new();

    [Fact]
    public async Task Write_TheAliasWasDeleted_IsAliasChangedAndNoMissingVersion()
    {
        var ready = await _stage.ReadyAsync();
        _stage.Aliases.ChangeBehindItsBack(null);

        var fault = await Assert.ThrowsAsync<AliasChanged>(
            () => _stage.Shifting.ShiftWeight(Stage.At(ready), Stage.Context));

        Assert.Contains("it was deleted", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Write_TheCandidateWasDeleted_IsVersionGone()
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.Aliases.Deleted.Add("4");

        await Assert.ThrowsAsync<VersionGone>(() => _stage.Promoting.Promote(Stage.At(shifted), Stage.Context));
    }

    [Fact]
    public async Task Write_AnotherRevisionAndNoneThatCanBeRead_IsAliasChanged()
    {
        var ready = await _stage.ReadyAsync();
        _stage.Aliases.ChangeBehindItsBack(null);
        _stage.Aliases.ChangeBehindItsBack(new("3"));
        _stage.Aliases.ReadsLag = true;

        await Assert.ThrowsAsync<AliasChanged>(
            () => _stage.Shifting.ShiftWeight(Stage.At(ready), Stage.Context));
    }

    [Fact]
    public async Task ShiftWeight_AWordThatNoCheckKnows_IsLeftThereAndLookedAtFirst()
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.Aliases.Say("pause by alice");

        var first = await _stage.Shifting.ShiftWeight(Stage.At(shifted), Stage.Context);

        Assert.Equal(
            (NextState.Bake, 0, "pause by alice"),
            (first.Decision.Next, first.Decision.WaitSeconds, first.Internal.Alias.NewWord));
        Assert.EndsWith("; pause by alice", _stage.Aliases.Description, StringComparison.Ordinal);
        Assert.Equal(.1, _stage.Aliases.State!.AdditionalWeight);
    }

    [Fact]
    public async Task Promote_AnAbortThatNoCheckKnows_IsAborted()
    {
        var shifted = await _stage.ShiftedAsync();
        _stage.Aliases.Say("abort by alice: no");

        var fault = await Assert.ThrowsAsync<Aborted>(() => _stage.Promoting.Promote(Stage.At(shifted), Stage.Context));

        Assert.Equal("alice aborted it: no", fault.Message);
        Assert.Equal(.1, _stage.Aliases.State!.AdditionalWeight);
    }

    [Fact]
    public async Task ShiftWeight_AWordBeforeTheFirstStep_IsKeptByTheWrite()
    {
        var ready = await _stage.ReadyAsync();
        _stage.Aliases.Say("pause by alice");

        var shifted = await _stage.Shifting.ShiftWeight(Stage.At(ready), Stage.Context);

        Assert.Equal((0, "pause by alice"), (shifted.Internal.CurrentStep, shifted.Internal.Alias.NewWord));
        Assert.EndsWith("; pause by alice", _stage.Aliases.Description, StringComparison.Ordinal);
        Assert.Equal(.1, _stage.Aliases.State!.AdditionalWeight);
    }

    [Fact]
    public async Task ShiftWeight_AWordAfterALostAnswer_IsStillToBeLookedAt()
    {
        var ready = await _stage.ReadyAsync();
        _stage.Aliases.LoseNextAnswer = true;
        await _stage.Writer.WriteAsync(ready, States.ShiftWeight.Wanted);
        _stage.Aliases.Say("abort by alice");

        var shifted = await _stage.Shifting.ShiftWeight(Stage.At(ready), Stage.Context);

        Assert.Equal((0, "abort by alice"), (shifted.Internal.CurrentStep, shifted.Internal.Alias.NewWord));
    }

    [Fact]
    public async Task FreeAlias_AWordThatNoCheckKnows_IsTooLateAndTold()
    {
        var shifted = await _stage.ShiftedAsync(
            Stage.Input.Replace("}", """, "bakeAfterPromotionSeconds": 60 }""", StringComparison.Ordinal));
        var promoted = await _stage.Promoting.Promote(Stage.At(shifted), Stage.Context);
        _stage.Aliases.Say("pause by alice");

        var freed = await new FreeAliasFunction(_stage.Aliases, _stage.Writer, _stage.Concurrency, _stage.Teller)
            .FreeAlias(Stage.At(promoted), Stage.Context);

        Assert.Equal("orders, live", _stage.Aliases.Description);
        Assert.Contains(
            freed.Story, entry => entry.Text.StartsWith("alice asked to pause it, too late", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rollback_AWordBetweenItsLookAndItsWrite_GivesTheAliasBackAllTheSame()
    {
        var shifted = await _stage.ShiftedAsync();
        var wanted = Canary.States.Rollback.Unread(shifted)!;
        _stage.Aliases.Say("pause by alice");

        var back = await _stage.Writer.WriteAsync(shifted, wanted, shifted.Internal.Alias.Revision!, _stage.Patience);

        Assert.Equal((new AliasState("3"), "orders, live"), (back.State, back.Description));
    }

    [Fact]
    public async Task HoldAlias_TheAnswerWasLost_IsNotWrittenAgain()
    {
        var plan = await _stage.PlanAsync();
        _stage.Aliases.LoseNextAnswer = true;

        await new HoldAliasFunction(_stage.Writer).HoldAlias(Stage.At(plan), Stage.Context);

        Assert.Equal(1, _stage.Aliases.Writes);
    }

    [Fact]
    public async Task CreateAlias_ThereIsOneThatCannotBeReadYet_IsAskedAgain()
    {
        _stage.Aliases.ChangeBehindItsBack(null, "");
        var plan = await _stage.PlanAsync(Stage.Input.Replace("}", """, "createAlias": true }""", StringComparison.Ordinal));
        _stage.Aliases.ChangeBehindItsBack(new("9"));
        _stage.Aliases.ReadsLag = true;

        await Assert.ThrowsAsync<StaleAlias>(
            () => new CreateAliasFunction(_stage.Writer, _stage.Teller)
                .CreateAlias(Stage.At(plan with { CandidateVersion = "4" }), Stage.Context));
    }
}
