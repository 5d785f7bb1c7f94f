using Canary.EndToEnd.Tests.Safety.Plays;
using Outcome = Canary.Rollouts.Outcome;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>Words to a rollout, at every moment that there is. Each as a script.</summary>
public class FoundWordsTests
{
    // As many as such a rollout makes, and some.
    private const int Calls = 40;

    private static readonly Script Steered = new()
    {
        Steps = [(10, 10), (50, 10)],
        BakeAfterPromotion = 10,
        Analysis = AnalysisWord.Off,
        Interval = 5,
        ResumesAfterPause = true,
    };

    public static TheoryData<string, string> WordsAndVoices
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var word in Act.Words)
                foreach (var voice in (Voice[])[Voice.ByExecution, Voice.ByHand]) data.Add($"{word}", $"{voice}");
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(WordsAndVoices))]
    public async Task AWord_BeforeAndAfterEachCall_IsHeardOnceAndMovesNoTraffic(string word, string voice)
    {
        for (var call = 1; call <= Calls; call++)
        {
            await Found.HoldsAsync(Steered with { Acts = [Said(Moment.Before(call), word, voice)] });
            await Found.HoldsAsync(Steered with { Acts = [Said(Moment.After(call), word, voice)] });
        }
    }

    [Theory]
    [MemberData(nameof(WordsAndVoices))]
    public async Task AWord_WhileAPersonIsWaitedFor_IsNotTakenForTheApproval(string word, string voice)
    {
        for (var second = 9; second <= 14; second++)
            await Found.HoldsAsync(Steered with { Approval = 30, Acts = [Said(Moment.AtSecond(second), word, voice)] });
    }

    [Theory]
    [InlineData(nameof(Deed.Pause), nameof(Deed.Abort), Outcome.RolledBack)]
    [InlineData(nameof(Deed.Promote), nameof(Deed.Abort), Outcome.RolledBack)]
    [InlineData(nameof(Deed.Skip), nameof(Deed.Abort), Outcome.RolledBack)]
    [InlineData(nameof(Deed.Promote), nameof(Deed.Breach), Outcome.RolledBack)]
    [InlineData(nameof(Deed.Skip), nameof(Deed.Breach), Outcome.RolledBack)]
    [InlineData(nameof(Deed.Pause), nameof(Deed.Resume), Outcome.Promoted)]
    [InlineData(nameof(Deed.Abort), nameof(Deed.Promote), Outcome.RolledBack)]
    public Task TwoAtOnce_TheSaferOneCounts(string one, string other, Outcome wanted) => Found.HoldsAsync(
        Steered with
        {
            Acts =
            [
                Said(Moment.AtSecond(7), one, nameof(Voice.ByExecution)), Said(Moment.AtSecond(7), other, nameof(Voice.ByAlias)),
            ],
        },
        wanted);

    [Theory]
    [InlineData(true, Outcome.Promoted)]
    [InlineData(false, Outcome.RolledBack)]
    public Task APause_ThatNobodyEnds_EndsAsTheInputSays(bool resumes, Outcome wanted) => Found.HoldsAsync(
        Steered with
        {
            ResumesAfterPause = resumes,
            Acts = [new(Moment.AtSecond(7), Deed.Pause, Voice: Voice.ByHand, Seconds: 60)],
        },
        wanted);

    [Theory]
    [InlineData(nameof(Deed.Breach), Outcome.RolledBack)]
    [InlineData(nameof(Deed.Describe), Outcome.AliasChanged)]
    [InlineData(nameof(Deed.SetThird), Outcome.AliasChanged)]
    [InlineData(nameof(Deed.Smuggle), Outcome.AliasChanged)]
    [InlineData(nameof(Deed.Touch), Outcome.Promoted)]
    [InlineData(nameof(Deed.Mumble), Outcome.Promoted)]
    public Task WhatHappensInAPause_CountsAsEver(string deed, Outcome wanted) => Found.HoldsAsync(
        Steered with
        {
            Acts =
            [
                new(Moment.AtSecond(7), Deed.Pause, Voice: Voice.ByHand, Seconds: 60),
                new(Moment.AtSecond(22), Enum.Parse<Deed>(deed)),
            ],
        },
        wanted);

    [Fact]
    public Task AStopInAPause_GivesTheAliasBackFromUnderTheWord() => Found.HoldsAsync(Steered with
    {
        Acts = [new(Moment.AtSecond(7), Deed.Pause, Voice: Voice.ByHand, Seconds: 60), new(Moment.AtSecond(22), Deed.Stop)],
    });

    [Theory]
    [InlineData(nameof(Voice.ByExecution))]
    [InlineData(nameof(Voice.ByAlias))]
    [InlineData(nameof(Voice.ByHand))]
    public Task AWordToARolloutThatHasEnded_ChangesNothing(string voice) =>
        Found.HoldsAsync(Steered with { Acts = [Said(Moment.AtSecond(200), nameof(Deed.Abort), voice)] }, Outcome.Promoted);

    // Whoever says it with the mark of a rollout that has ended leaves a mark behind, which the next one takes over.
    [Fact]
    public Task AWordBehindTheMarkOfARolloutThatHasEnded_GivesWayToARolloutThatTakesOver() => Found.HoldsAsync(
        Steered with { Acts = [new(Moment.AtSecond(200), Deed.Shout), new(Moment.AtSecond(210), Deed.StartTakingOver)] },
        Outcome.Promoted);

    // Its hold finds its mark there already, so that its first change is the promotion.
    [Fact]
    public Task AWordWithItsMarkBeforeItHoldsTheAlias_IsNoHoldOfAnother() => Found.HoldsAsync(
        Steered with { Steps = [], BakeAfterPromotion = 0, After = HookWord.Fails, Acts = [new(Moment.Before(3), Deed.Shout)] },
        Outcome.RolledBack);

    [Fact]
    public Task AWordBeforeAWSTakesNoCalls_IsHeardOnceItDoes() => Found.HoldsAsync(
        Steered with
        {
            Crowds = [new(Share.ControlPlane, 5, 120, 0)],
            Acts = [Said(Moment.AtSecond(7), nameof(Deed.Abort), nameof(Voice.ByHand))],
        },
        Outcome.RolledBack);

    // The check began at second 38, and read the alias at second 57: the pause had lasted 41 s, not 60.
    [Fact]
    public Task APauseWhileACheckIsThrottled_LastsFromWhenItWasSaid() => Found.HoldsAsync(
        Steered with
        {
            Steps = [(20, 10)],
            BakeAfterPromotion = 0,
            Before = HookWord.Passes,
            Crowds = [new(Share.All, 3, 20, 0), new(Share.All, 34, 20, 5)],
            Acts = [new(Moment.Before(12), Deed.Pause, Voice: Voice.ByHand, Seconds: 60)],
        },
        Outcome.Promoted);

    [Fact]
    public async Task APause_BeforeTheChangeThatAnApprovalAllows_HoldsIt()
    {
        for (var call = 10; call <= Calls; call++)
        {
            await Found.HoldsAsync(Steered with
            {
                Approval = 30,
                Acts =
                [
                    new(Moment.AtSecond(12), Deed.Approve, Voice: Voice.ByHand),
                    new(Moment.Before(call), Deed.Pause, Voice: Voice.ByHand, Seconds: 60),
                ],
            });
        }
    }

    private static Act Said(Moment at, string word, string voice) =>
        new(at, Enum.Parse<Deed>(word), null, Enum.Parse<Voice>(voice), word == nameof(Deed.Pause) ? 20 : 0);
}
