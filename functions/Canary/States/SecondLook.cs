using Canary.Alarms;
using Canary.Errors;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Statistics;
using Canary.Wording;

namespace Canary.States;

/// <summary>
/// A look at the alarms before a change that is tried again. The check before it may be minutes old by then, and nobody has
/// looked since.
/// </summary>
public static class SecondLook
{
    /// <summary>
    /// Whether it is due: the candidate has a part of the traffic already, of which the alarms may have something to say.
    /// </summary>
    public static bool IsDue(StateInput input) =>
        input is { Retries: > 0, Rollout: { Internal.CurrentStep: >= 0, WatchedAlarms.Count: > 0 } };

    /// <summary>Lets the change pass, unless an alarm objects.</summary>
    /// <exception cref="AlarmFired">One does.</exception>
    public static void Judge(Rollout rollout, IReadOnlyCollection<AlarmReading> readings)
    {
        var verdict = AlarmCheck.Judge(rollout, readings);
        if (verdict.Health == HealthState.Unhealthy) throw new AlarmFired(verdict.Reason);
    }

    /// <summary>The rollout as a check would have left it that saw the alarm; any other as it is.</summary>
    internal static Rollout Told(Rollout rollout)
    {
        if (rollout.Error is not { Error: nameof(AlarmFired) } error) return rollout;
        var reason = error.Message();
        return (rollout with { Error = null }).WithStep(rollout.Internal.CurrentStep, step => step with
        {
            Health = HealthState.Unhealthy,
            Reason = Quoted.Clip(reason, rollout.Internal.StepReasonLength),
        }).Decide(new(NextState.Rollback, Sentence.Ended($"{rollout.StepTitle}, which waited to go on: {reason}")));
    }
}
