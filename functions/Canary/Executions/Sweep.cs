namespace Canary.Executions;

/// <summary>
/// Which of the executions that ended a sweep reads, and in which order. A list tells only when they ran,
/// and a history costs a call of which AWS takes so many: whatever never held an alias must not keep a sweep from what did.
/// </summary>
public static class Sweep
{
    /// <summary>How executions end without success, those first that run no Catch.</summary>
    public static readonly IReadOnlyList<string> Unsuccessful = ["ABORTED", "TIMED_OUT", "FAILED"];

    /// <summary>
    /// How far back a sweep looks for executions that ended: long enough to outlast an
    /// outage of whatever should have told of them.
    /// </summary>
    public static readonly TimeSpan Window = TimeSpan.FromHours(6);

    /// <summary>
    /// How long a rollout may run, and so how long before its end it may have begun: the state machine's own time-out.
    /// </summary>
    public static readonly TimeSpan LongestRollout = TimeSpan.FromSeconds(259_200);

    /// <summary>
    /// How many histories one sweep reads: AWS takes 400 at once and 20 more each second, and people and Approve read some too.
    /// </summary>
    public const int MostReadings = 200;

    /// <summary>
    /// How long after an end a look at the alias may come too early: a Lambda that was given up may write as long as it runs,
    /// 20 s at most, and what it wrote may be read late.
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(2);

    /// <summary>What the last reading of a sweep may need: a sweep that Lambda kills forgets what it has read.</summary>
    public static readonly TimeSpan LongestReading = TimeSpan.FromSeconds(20);

    /// <summary>How long a sweep waits for what is left of a look that has begun: the others wait behind it.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>Most refusals are over sooner. What took longer may have held an alias.</summary>
    private static readonly TimeSpan LongestRefusal = TimeSpan.FromSeconds(20);

    /// <summary>
    /// What is to be read, the first first. Before all others come those that may have held an alias, the oldest first,
    /// but those that could not be settled before after those that were not looked at yet.
    /// Then come the likely refusals, the newest first: so each is read in the sweep after its end even where nothing is
    /// remembered, and the older ones when there is time.
    /// </summary>
    public static IReadOnlyList<EndedExecution> Order(IEnumerable<EndedExecution> ended, SweepMemory memory)
    {
        var open = ended.Where(execution => !memory.IsSettled(execution)).ToLookup(execution => MayHaveHeld(execution, memory));
        return
        [
            .. open[true].OrderBy(execution => memory.Tries(execution)).ThenBy(execution => execution.EndedAt),
            .. open[false].OrderByDescending(execution => execution.EndedAt),
        ];
    }

    /// <summary>Whether an execution need not be read again, unless it is redriven.</summary>
    /// <param name="stopped">What its history told.</param>
    /// <param name="endedAt">When it ended.</param>
    /// <param name="at">When its alias was looked at and, where need be, given back.</param>
    public static bool IsSettled(StoppedExecution stopped, DateTimeOffset endedAt, DateTimeOffset at) =>
        !stopped.IsDue || at - endedAt >= Grace;

    private static bool MayHaveHeld(EndedExecution execution, SweepMemory memory) =>
        execution.Status != "FAILED" || execution.EndedAt - execution.StartedAt > LongestRefusal || memory.Tries(execution) > 0;
}
