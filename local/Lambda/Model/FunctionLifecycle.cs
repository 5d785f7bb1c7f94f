namespace Canary.Local.Lambda.Model;

/// <summary>
/// How long a function's changes take on the clock, and how a published version turns out: AWS's slow and failing cases, on
/// demand.
/// </summary>
/// <param name="CreateDelay">How long a new function is Pending.</param>
/// <param name="UpdateDelay">How long an update of $LATEST is InProgress.</param>
/// <param name="PublishDelay">How long a newly published version is Pending. AWS takes no time with a plain zip.</param>
/// <param name="PublishFailure">If not null, a newly published version ends as Failed, for this reason.</param>
/// <param name="ProvisioningDelay">How long provisioned concurrency is IN_PROGRESS. AWS takes minutes.</param>
/// <param name="RestoreDelay">How long an Inactive version is Pending after somebody invoked it.</param>
public sealed record FunctionLifecycle(
    TimeSpan CreateDelay = default,
    TimeSpan UpdateDelay = default,
    TimeSpan PublishDelay = default,
    string? PublishFailure = null,
    TimeSpan ProvisioningDelay = default,
    TimeSpan RestoreDelay = default)
{
    /// <summary>
    /// How long a newly published version with SnapStart is Pending in any case, while its snapshot is made: 2 minutes as on AWS.
    /// </summary>
    public TimeSpan SnapshotDelay { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>No delay and no failure.</summary>
    public static FunctionLifecycle Immediate { get; } = new();

    /// <summary>
    /// About the time that AWS takes: seconds for a zip to become Active or to be updated (Lambda's waiters for both look each
    /// second), none to publish it, and for provisioned concurrency "a minute or two of preparation" (Lambda developer guide,
    /// "Configuring provisioned concurrency").
    /// </summary>
    /// <param name="share">Of that time: 1 for all of it, 0 for none.</param>
    public static FunctionLifecycle LikeAws(double share = 1)
    {
        var change = TimeSpan.FromSeconds(3) * share;
        return new(CreateDelay: change, UpdateDelay: change, ProvisioningDelay: TimeSpan.FromMinutes(2) * share)
        {
            SnapshotDelay = TimeSpan.FromMinutes(2) * share,
        };
    }
}
