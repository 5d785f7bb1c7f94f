using System.Globalization;
using Canary.Aliases;
using Canary.Checks;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Wording;

namespace Canary.States;

/// <summary>
/// A pause: the weight stays, everything is judged as ever and can still roll back, and the step does not end before the pause
/// does.
/// </summary>
internal static class Pause
{
    // As long as a check may be tried again while AWS takes no calls, and some more.
    private static readonly TimeSpan LongestTries = TimeSpan.FromHours(2);

    /// <summary>When a pause that begins now expires: it may hold the rollout only for as long as its history has room.</summary>
    public static DateTimeOffset EndOf(Rollout rollout, Word word, int left, DateTimeOffset at) => Begin(word, at).AddSeconds(
        Math.Min(word.Seconds ?? Limits.DefaultPause, Math.Max(0, left) + rollout.Internal.PauseSeconds));

    // A check that AWS throttles begins long before it reads the alias: what was said meanwhile counts from when it was said.
    private static DateTimeOffset Begin(Word word, DateTimeOffset at)
    {
        if (!TimeOnly.TryParse(word.At, CultureInfo.InvariantCulture, out var time)) return at;
        var since = time - TimeOnly.FromTimeSpan(at.UtcDateTime.TimeOfDay);
        return since < LongestTries ? at + since : at;
    }

    /// <summary>Ends a pause that has expired, where the plan says to go on then.</summary>
    public static Rollout Resumed(Rollout rollout, DateTimeOffset at) =>
        IsExpired(rollout, at) && rollout.Plan.OnPauseExpired == OnPauseExpired.Resume
            ? Words.With(rollout, words => words.Resumed())
                .TellOfStep(at, "CheckHealth", "Nobody resumed the rollout, and onPauseExpired says to go on.")
            : rollout;

    /// <summary>Why the rollout goes back, where its pause has expired; null where it does not for that.</summary>
    public static string? WhyBack(Rollout rollout, DateTimeOffset at) =>
        IsExpired(rollout, at) && rollout.Internal.Words!.PausedUntil is { } until
            ? $"{rollout.StepTitle}: {rollout.Internal.Words.PausedBy} paused it until {Sentence.Time(until)}, "
                + "and nobody resumed it. onPauseExpired says to roll back then."
            : null;

    /// <summary>Stays in the step while it is paused; null where it is not.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="where">The step, and what the check found.</param>
    /// <param name="left">Seconds that are left of the step.</param>
    /// <param name="at">When the check began.</param>
    public static Rollout? Held(Rollout rollout, string where, int left, DateTimeOffset at)
    {
        if (rollout.Internal.Words is not { PausedUntil: { } until } words) return null;
        var most = (int)Math.Ceiling((until - at).TotalSeconds);
        var wait = Math.Min(CheckPace.WaitSeconds(rollout), left > 0 ? Math.Min(left, most) : most);
        var reason = $"{where}; {words.PausedBy} paused it until {Sentence.Time(until)}.";
        return rollout.Decide(new(NextState.Bake, reason, wait))
            .Note(own => own with { PauseSeconds = own.PauseSeconds - (left > 0 ? 0 : wait) });
    }

    private static bool IsExpired(Rollout rollout, DateTimeOffset at) => rollout.Internal.Words?.PausedUntil <= at;
}
