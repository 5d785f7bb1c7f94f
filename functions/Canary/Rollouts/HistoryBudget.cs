namespace Canary.Rollouts;

/// <summary>
/// Keeps a rollout within the 25,000 events that Step Functions allows the history of one execution:
/// beyond them it fails the execution, and no Catch runs. A Task costs 5 events, a Wait 2, a Choice 2, each retry of a Task 3.
/// Source: Step Functions quotas; counts observed on AWS.
/// </summary>
public static class HistoryBudget
{
    /// <summary>
    /// For retries: that is how versions, provisioned concurrency, Lambda's own shifts and request quotas are waited for.
    /// </summary>
    public const int ForRetries = 6_000;

    private const int Allowed = 25_000;
    private const int PerCheck = 2 + 5 + 2;
    private const int PerStep = 5;
    // A word that a write meets: a wait, a check and the write once more.
    private const int ForWords = Limits.Words * (2 + 5 + 2 + PerStep);
    // 40 for the states that come once, 13 for each of the two hooks with its judge,
    // and 20 for the states of provisioned concurrency.
    private const int ForTheRest = 40 + 2 * 13 + 20;

    /// <summary>
    /// How many checks the steps come to when health is checked every
    /// <paramref name="intervalSeconds"/> of their bakes and approvals.
    /// </summary>
    public static int Checks(IReadOnlyCollection<Step> steps, int intervalSeconds) => steps.Sum(
        step => CeilingOf(step.BakeSeconds, intervalSeconds) + CeilingOf(step.ApprovalSeconds, intervalSeconds));

    /// <summary>The events that such a rollout's history holds at most, without retries.</summary>
    public static int Events(IReadOnlyCollection<Step> steps, int intervalSeconds) =>
        Fixed(steps) + PerCheck * Checks(steps, intervalSeconds);

    /// <summary>Seconds for which people may hold such a rollout beyond its steps, all pauses together.</summary>
    public static int PauseSeconds(IReadOnlyCollection<Step> steps, int intervalSeconds) => (int)Math.Clamp(
        (long)(Allowed - ForRetries - Events(steps, intervalSeconds)) / PerCheck * intervalSeconds, 0, Limits.PauseSeconds);

    /// <summary>
    /// The shortest interval, in seconds, with which the history suffices and leaves room for retries and for a pause.
    /// </summary>
    public static int ShortestInterval(IReadOnlyCollection<Step> steps)
    {
        var checks = (Allowed - ForRetries - Fixed(steps)) / PerCheck;
        // Each step, and each approval, may round its last check up: that many fewer are left to share.
        return Math.Max(1, CeilingOf(
            steps.Sum(step => step.BakeSeconds + step.ApprovalSeconds) + Limits.DefaultPause,
            checks - steps.Count - Approvals(steps)));
    }

    private static int Fixed(IReadOnlyCollection<Step> steps) =>
        ForTheRest + ForWords + PerStep * steps.Count;

    private static int Approvals(IEnumerable<Step> steps) => steps.Count(step => step.ApprovalSeconds > 0);

    private static int CeilingOf(int total, int part) => (total + part - 1) / part;
}
