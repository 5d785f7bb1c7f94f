using Canary.EndToEnd.Tests.Safety.Worlds;
using Canary.Local.StepFunctions.Model;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests.Safety.Reports;

/// <summary>A rollout that has ended.</summary>
/// <param name="Execution">How.</param>
/// <param name="Rollout">Its document; null where it was stopped, or ended before or beside its report.</param>
/// <param name="Started">What it was started with.</param>
internal sealed record Ended(ExecutionDescription Execution, Rollout? Rollout, Started Started)
{
    /// <summary>When it ran: once, and once more for each redrive.</summary>
    public required IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> Runs { get; init; }

    public string Arn => Execution.ExecutionArn;

    public bool Succeeded => Execution.Status == ExecutionStatus.Succeeded;

    public bool IsRedriven => Execution.RedriveCount > 0;

    public override string ToString() =>
        $"{Arn.Split(':')[^1]} {Execution.Status} {Execution.Error} {Execution.StopDate:HH:mm:ss.fff}"
        + $": {Rollout?.Reason ?? Execution.Cause}";
}
