using Canary.Aliases;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Aliases;

/// <summary>The mark, and the word behind it.</summary>
public class HoldTests
{
    private const string Mark = $"Held by Canary rollout {Given.Execution}";

    // 60 characters to the names, and two names of 80.
    private static readonly string Longest =
        $"arn:aws-us-gov:states:us-gov-east-1:123456789012:execution:{new string('m', 80)}:{new string('n', 80)}";

    [Theory]
    [InlineData(Mark, null)]
    [InlineData($"{Mark};", null)]
    [InlineData($"{Mark}; pause", "pause")]
    [InlineData($"{Mark};pause by alice: why; not", "pause by alice: why; not")]
    public void HolderOf_AWordBehindTheMark_IsTheRolloutAllTheSame(string description, string? behind) =>
        Assert.Equal((Given.Execution, behind), (Hold.HolderOf(description), Hold.BehindOf(description)));

    [Theory]
    [InlineData("orders, live; pause")]
    [InlineData("")]
    public void HolderOf_AnyOtherDescription_HasNeither(string description) =>
        Assert.Equal((null, null), (Hold.HolderOf(description), Hold.BehindOf(description)));

    [Theory]
    [InlineData(WordKind.Pause, "alice", "p99 is high", 1_800, "pause for 1800 s by alice at 10:01:02: p99 is high")]
    [InlineData(WordKind.Resume, null, null, null, "resume at 10:01:02")]
    [InlineData(WordKind.Abort, "arn:aws:sts::1:assumed-role/dev/bob", "a: b", null,
        "abort by arn:aws:sts::1:assumed-role/dev/bob at 10:01:02: a: b")]
    public void Of_AWord_CanBeReadAgain(WordKind kind, string? by, string? why, int? seconds, string text)
    {
        var word = new Word(kind, by, why, seconds, "10:01:02");

        var description = Hold.Of(Given.Execution, word)!;

        Assert.Equal($"{Mark}; {text}", description);
        Assert.Equal(word, Word.Read(Hold.BehindOf(description)!));
    }

    [Theory]
    [InlineData("Abort", WordKind.Abort, null, null)]
    [InlineData("PROMOTE by al", WordKind.Promote, "al", null)]
    [InlineData("skip:", WordKind.Skip, null, null)]
    [InlineData("skip: late at 10:00:00", WordKind.Skip, null, "late at 10:00:00")]
    public void Read_AWordByHand_IsOne(string text, WordKind kind, string? by, string? why) =>
        Assert.Equal(new Word(kind, by, why), Word.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("stop")]
    [InlineData("abort!")]
    [InlineData("do not abort")]
    [InlineData("pause for ever")]
    [InlineData("approve? no")]
    public void Read_AnythingElse_IsNoWord(string text) => Assert.Null(Word.Read(text));

    [Fact]
    public void Of_EveryWord_FitsBehindTheLongestMark()
    {
        foreach (var kind in Enum.GetValues<WordKind>())
        {
            var description = Hold.Of(Longest, new Word(kind, "alice", "why", null, "10:01:02"))!;

            Assert.InRange(description.Length, 1, 256);
            Assert.Equal((Longest, kind), (Hold.HolderOf(description), Word.Read(Hold.BehindOf(description)!)!.Kind));
        }
        Assert.Null(Hold.Of(Longest, new Word(WordKind.Pause, Seconds: 43_200)));
    }

    [Fact]
    public void Of_ALongWord_IsCutWhyFirst()
    {
        var word = new Word(WordKind.Pause, new string('b', 60), new string('w', 1_000), 43_200, "10:01:02");

        var description = Hold.Of(Given.Execution, word)!;

        Assert.InRange(description.Length, 250, 256);
        Assert.Equal(word with { Why = null }, Word.Read(Hold.BehindOf(description)!)! with { Why = null });
        Assert.EndsWith("w…", description, StringComparison.Ordinal);
    }

    [Fact]
    public void IsDoneIn_AWordBehindTheMark_IsDoneAllTheSame()
    {
        var write = new AliasWrite(new("3", "4", .1), Hold.Of(Given.Execution));

        Assert.True(write.IsDoneIn(new(write.State, "r", $"{Mark}; pause")));
        Assert.False(write.IsDoneIn(new(write.State, "r", $"{Mark}0; pause")));
        Assert.False(new AliasWrite(write.State, "orders; live").IsDoneIn(new(write.State, "r", "orders; dead")));
    }
}
