using Canary.Errors;
using Canary.Functions.Tests.Fakes;

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
            () => new CreateAliasFunction(_stage.Writer)
                .CreateAlias(Stage.At(plan with { CandidateVersion = "4" }), Stage.Context));
    }
}
