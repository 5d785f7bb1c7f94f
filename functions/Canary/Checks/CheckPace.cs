using Canary.Rollouts;

namespace Canary.Checks;

/// <summary>
/// How often a rollout checks while it shares AWS's request quotas with others, of which it knows nothing but that it is
/// throttled. A rollout that is never throttled keeps the plan's interval to the second.
/// </summary>
/// <remarks>
/// A check that is throttled is tried again soon, for nobody knows how the candidate is until then; but the interval that follows
/// is longer each time, and shorter again after each check that AWS took. What becomes of it with 1,000 rollouts at once measures
/// <c>bench -- scale</c>.
/// </remarks>
public static class CheckPace
{
    /// <summary>The longest interval that a crowd can make, in seconds. A longer one of the input stays.</summary>
    public const int LongestSeconds = 120;

    // What a check that is throttled does to the interval, and what one that is not.
    private const double Stretch = 1.2;
    private const double Ease = .95;

    // Until the check after a throttled one: nobody knows how the candidate is until then.
    private const double SoonSeconds = 15;

    // By which part a wait is shorter or longer, so that rollouts that began together do not meet each time.
    private const double Jitter = .2;
    private const double JitterOfSoon = .5;

    // The alias is looked at so often, and half as often after each look that AWS did not take, up to an eighth.
    internal const int MostAliasMisses = 3;
    private const int AliasSeconds = 60;

    /// <summary>Notes whether AWS took the calls of a check.</summary>
    internal static CheckMemory Noted(CheckMemory known, int planned, bool isThrottled)
    {
        var last = Math.Max(planned, known.IntervalSeconds);
        var next = isThrottled ? Math.Max(planned, Math.Min(LongestSeconds, last * Stretch)) : last * Ease;
        return known with
        {
            IsThrottled = isThrottled,
            ThrottledChecks = known.ThrottledChecks + (isThrottled ? 1 : 0),
            IntervalSeconds = next <= planned ? 0 : Math.Round(next, 1),
        };
    }

    /// <summary>Seconds until the next check, if nothing else ends before.</summary>
    public static int WaitSeconds(Rollout rollout)
    {
        var planned = rollout.Plan.CheckIntervalSeconds;
        return rollout.Internal.Checks switch
        {
            { IsThrottled: true } => (int)Math.Round(Varied(rollout, SoonSeconds, JitterOfSoon)),
            { IntervalSeconds: > 0 and var stretched } =>
                Math.Max(planned, (int)Math.Round(Varied(rollout, stretched, Jitter))),
            _ => planned,
        };
    }

    /// <summary>Seconds from one look at the alias to the next.</summary>
    internal static int SecondsToNextLook(int misses) => AliasSeconds << misses;

    private static double Varied(Rollout rollout, double seconds, double by) =>
        seconds * (1 + by * (2 * Spread.Of(rollout.Execution, rollout.Steps.Sum(step => step.Checks ?? 0)) - 1));
}
