using Canary.Aliases;
using Canary.Errors;
using Canary.Functions.Tests.Fakes;

namespace Canary.Functions.Tests;

public class HoldAliasFunctionTests
{
    private readonly Stage _stage = new();

    [Fact]
    public async Task HoldAlias_AnotherRolloutWasQuicker_NamesItAndTouchesNothing()
    {
        var plan = await _stage.PlanAsync();
        _stage.Aliases.ChangeBehindItsBack(new("3"), Hold.Of(Stage.Other));

        var fault = await Assert.ThrowsAsync<RolloutInProgress>(
            () => new HoldAliasFunction(_stage.Writer).HoldAlias(Stage.At(plan), Stage.Context));

        Assert.Equal("The alias live is held by the rollout " + Stage.Other + ".", fault.Message);
        Assert.Equal(0, _stage.Aliases.Writes);
    }

    [Fact]
    public async Task HoldAlias_ItsAnswerWasLost_IsASuccess()
    {
        var plan = await _stage.PlanAsync();
        _stage.Aliases.LoseNextAnswer = true;

        var rollout = await new HoldAliasFunction(_stage.Writer).HoldAlias(Stage.At(plan), Stage.Context);

        Assert.Equal((_stage.Aliases.Revision, Stage.Time), (rollout.Internal.Alias.Revision, rollout.Internal.HeldAt));
    }

    [Theory]
    [InlineData(null, "it is at version 3 as it was planned, but at another revision. Nothing was touched; start again.")]
    [InlineData("theirs", "its description is \"theirs\"")]
    public async Task HoldAlias_AnotherRevisionThanWasPlanned_SaysWhatDiffers(string? description, string text)
    {
        var plan = await _stage.PlanAsync();
        _stage.Aliases.ChangeBehindItsBack(_stage.Aliases.State, description);

        var fault = await Assert.ThrowsAsync<AliasChanged>(
            () => new HoldAliasFunction(_stage.Writer).HoldAlias(Stage.At(plan), Stage.Context));

        Assert.Contains(text, fault.Message, StringComparison.Ordinal);
        Assert.Equal(0, _stage.Aliases.Writes);
    }
}
