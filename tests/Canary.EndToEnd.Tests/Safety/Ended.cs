using Canary.Local.StepFunctions.Executions;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>A rollout that has ended.</summary>
/// <param name="Execution">How.</param>
/// <param name="Rollout">Its document; null where it was stopped, or ended before or beside its report.</param>
/// <param name="Weights">The weights of its plan, as fractions.</param>
internal sealed record Ended(ExecutionDescription Execution, Rollout? Rollout, IReadOnlyList<double> Weights)
{
    public string Arn => Execution.ExecutionArn;

    public bool Succeeded => Execution.Status == ExecutionStatus.Succeeded;

    public override string ToString() => $"{Arn.Split(':')[^1]} {Execution.Status} {Execution.Error} {Execution.StopDate:HH:mm:ss.fff}: {Rollout?.Reason ?? Execution.Cause}";
}
