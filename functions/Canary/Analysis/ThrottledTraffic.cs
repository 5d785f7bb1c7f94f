using Canary.Rollouts;
using Canary.Wording;

namespace Canary.Analysis;

/// <summary>
/// Traffic of which Lambda takes nothing. Whoever set the reserved concurrency to 0 has stopped the function, not the candidate:
/// neither version is to blame, and nothing can be compared.
/// </summary>
internal static class ThrottledTraffic
{
    private const string Throttled = "Lambda took no request of either version";

    /// <summary>Warns of it, once.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="minute">The newest minute of it; null where there was none.</param>
    /// <param name="at">When the check began.</param>
    public static Rollout Warned(Rollout rollout, DateTimeOffset? minute, DateTimeOffset at)
    {
        if (minute is not { } throttled) return rollout;
        if (rollout.Warnings?.Any(text => text.StartsWith(Throttled, StringComparison.Ordinal)) == true) return rollout;
        var text = $"{Throttled} in the minute of {Sentence.Time(throttled)}: it throttled them all. "
            + "Look whether the function's reserved concurrency is 0, or the account's concurrency is used up.";
        return (rollout with { Warnings = [.. rollout.Warnings ?? [], text] }).Tell(at, "CheckHealth", text);
    }
}
