using Canary.Aliases;
using Canary.Cli.CommandLine;
using Canary.Cli.Undoing;

namespace Canary.Cli.Tests.Undoing;

public class UndoChoiceTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly Promotion Last = new("r8", "7", "8", Now.AddMinutes(-10));

    [Fact]
    public void Of_TheLastPromotion_IsTheVersionBefore()
    {
        var choice = Choose("8", [Last]);

        Assert.Equal("7", choice.Version);
        Assert.Equal("orders:live goes back from version 8 to 7: r8 promoted it 10 min ago.", choice.Why);
    }

    [Theory]
    [InlineData("9", "somebody has set it since. Say the version: canary undo orders:live --to 7")]
    [InlineData("7", "somebody has set it since")]
    public void Of_AnAliasThatSomebodyHasSet_IsRefused(string version, string why) =>
        Assert.Contains(why, Refused(version, [Last]), StringComparison.Ordinal);

    [Fact]
    public void Of_AnUndo_NamesBothWays()
    {
        Promotion[] promotions = [new("undo", "8", "7", Now.AddMinutes(-1)), Last, new("r7", "6", "7", Now.AddMinutes(-30))];

        var why = Refused("7", promotions);

        Assert.Contains("--to 8 goes forward again, and --to 6 further back.", why, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_APromotionBeforeTheWindow_IsRefused() => Assert.Contains(
        "Give a longer --window", Refused("8", [Last with { At = Now.AddHours(-25) }]), StringComparison.Ordinal);

    [Fact]
    public void Of_AVersionThatIsNamed_AsksNoPromotion() => Assert.Equal(
        "3", UndoChoice.Of("orders:live", new("9"), [], "3", TimeSpan.FromHours(24), Now).Version);

    private static UndoChoice Choose(string at, Promotion[] promotions) =>
        UndoChoice.Of("orders:live", new AliasState(at), promotions, null, TimeSpan.FromHours(24), Now);

    private static string Refused(string at, Promotion[] promotions) =>
        Assert.Throws<CommandFault>(() => Choose(at, promotions)).Message;
}
