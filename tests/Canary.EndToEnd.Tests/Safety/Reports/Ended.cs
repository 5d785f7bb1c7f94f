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

    /// <summary>The states that it entered, in order.</summary>
    public required IReadOnlyList<(string Name, DateTimeOffset At)> States { get; init; }

    public string Arn => Execution.ExecutionArn;

    public bool Succeeded => Execution.Status == ExecutionStatus.Succeeded;

    public bool IsRedriven => Execution.RedriveCount > 0;

    /// <summary>When it first entered a state; null where it never did.</summary>
    public DateTimeOffset? EnteredAt(string state) =>
        States.Where(entered => entered.Name == state).Select(entered => (DateTimeOffset?)entered.At).FirstOrDefault();

    /// <summary>The first moment from one on at which it was in a bake or a check; null where there is none.</summary>
    public DateTimeOffset? WatchesFrom(DateTimeOffset moment)
    {
        for (var i = 0; i < States.Count; i++)
        {
            var until = i + 1 < States.Count ? States[i + 1].At : Execution.StopDate;
            if (States[i].Name is "Bake" or "CheckHealth" && until >= moment)
                return States[i].At > moment ? States[i].At : moment;
        }
        return null;
    }

    public override string ToString() =>
        $"{Arn.Split(':')[^1]} {Execution.Status} {Execution.Error} {Execution.StopDate:HH:mm:ss.fff}"
        + $": {Rollout?.Reason ?? Execution.Cause}";
}
