namespace Canary.Bench.Scale;

/// <summary>Rollouts that run beside each other, a function and an alarm each.</summary>
/// <param name="Name">What the report calls them.</param>
/// <param name="Rollouts">How many.</param>
/// <param name="Goals">What they have to reach; none where it is only shown.</param>
internal sealed record ScaleRow(string Name, int Rollouts, params IReadOnlyList<ScaleGoal> Goals)
{
    /// <summary>Over how long they are started; zero starts all at once.</summary>
    public TimeSpan Over { get; init; }

    /// <summary>The steps, as the input has them.</summary>
    public string Plan { get; init; } = "\"deploymentConfig\": \"Canary10Percent5Minutes\"";

    /// <summary>How long the steps bake, all together.</summary>
    public TimeSpan Bake { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Whether AWS's request quotas are in force.</summary>
    public bool HasQuotas { get; init; } = true;

    /// <summary>
    /// In how many accounts they run, each on a clock of its own and beside the others: one, where they are to share quotas.
    /// </summary>
    public int Accounts { get; init; } = 1;

    /// <summary>What is to become of each: one candidate in 20 is bad, one rollout in 50 is stopped.</summary>
    public Func<int, Fate> FateOf { get; init; } = index => index % 20 == 7
        ? Fate.Bad
        : index % 50 == 13 ? Fate.Stopped : Fate.Good;

    /// <summary>Whether it is among those that are run to see that nothing is broken.</summary>
    public bool IsQuick { get; init; }
}
