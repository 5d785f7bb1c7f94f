using Canary.Checks;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Statistics;
using Canary.Wording;

namespace Canary.States;

/// <summary>
/// What follows where AWS takes no call for the alarms: nothing goes on in the dark, and for that alone nothing is given back
/// before it has lasted for long.
/// </summary>
internal static class Unwatched
{
    /// <summary>Why a rollout is given back that nobody watches.</summary>
    public const string GoesBack = "Nobody has watched the candidate for half an hour, so it is rolled back.";

    /// <summary>Holds a step that would be over, asks a person, or goes back; null where the step goes on as ever.</summary>
    /// <param name="rollout">The rollout.</param>
    /// <param name="verdict">What else the check has found.</param>
    /// <param name="left">Seconds that are left of the step.</param>
    /// <param name="at">When the check began.</param>
    public static Rollout? Of(Rollout rollout, Verdict verdict, int left, DateTimeOffset at)
    {
        if (rollout.Internal.Checks?.AlarmsUnreadSince is null || verdict.Health == HealthState.Unhealthy) return null;
        var where = $"{rollout.StepTitle}: {verdict.Reason}";
        if (IsForLong(rollout, at))
        {
            if (!Asks(rollout)) return rollout.Decide(new(NextState.Rollback, $"{where}. {GoesBack}"));
            if (left <= 0) return NextStep.AskUnplanned(rollout, $"{where}.", at);
        }
        var wait = CheckPace.WaitSeconds(rollout);
        return left > 0
            ? rollout.Decide(new(
                NextState.Bake, $"{where}; it bakes until {Sentence.Time(at.AddSeconds(left))}.", Math.Min(wait, left)))
            : Conclusion.ToldOfHold(
                rollout.Decide(new(NextState.Bake, $"{where}; the bake is over. The step is held until they can be read.", wait)),
                "until the alarms can be read, for AWS takes no more calls just now",
                at);
    }

    /// <summary>Whether that has lasted longer than any crowd of rollouts would explain.</summary>
    public static bool IsForLong(Rollout rollout, DateTimeOffset at) =>
        rollout.Internal.Checks?.AlarmsUnreadSince is { } since
        && at - since >= TimeSpan.FromSeconds(Limits.ThrottledSeconds);

    /// <summary>
    /// Whether a person decides then. Nobody is asked twice of one step, nor after the promotion, where no step follows.
    /// </summary>
    public static bool Asks(Rollout rollout) =>
        rollout.Plan.Analysis is { DryRun: false, OnUnreadable: OnUnreadable.Approve }
        && rollout.CurrentStep is { AfterPromotion: false, Approval: null };
}
