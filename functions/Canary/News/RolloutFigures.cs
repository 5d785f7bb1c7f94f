using Canary.Rollouts;
using Canary.Wording;

namespace Canary.News;

/// <summary>A rollout that has ended, in numbers.</summary>
/// <param name="Function">The function's name.</param>
/// <param name="Outcome">What it came to.</param>
/// <param name="Rollout">Its document.</param>
public sealed record RolloutFigures(string Function, Outcome Outcome, Rollout Rollout)
{
    /// <summary>The namespace of the metrics.</summary>
    public const string Namespace = "Canary";

    private const string Unknown = "unknown";

    /// <summary>The dimensions of each metric, and no other set: each further one is another metric to pay for.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Dimensions =>
        [KeyValuePair.Create(nameof(Function), Function), KeyValuePair.Create(nameof(Outcome), $"{Outcome}")];

    /// <summary>The numbers by name, with the unit of each; those that do not apply are left out.</summary>
    public required IReadOnlyList<(string Name, string Unit, double Value)> Values { get; init; }

    /// <summary>Of a rollout that has just ended; null of any other.</summary>
    /// <param name="before">Its document before; null where there was none.</param>
    /// <param name="after">Its document now.</param>
    public static RolloutFigures? Of(Rollout? before, Rollout after)
    {
        ArgumentNullException.ThrowIfNull(after);
        if (after.Outcome == Outcome.InProgress || before is { Outcome: not Outcome.InProgress }) return null;
        var name = FunctionName.BareNameOf(after.Function);
        // What was refused may name anything, and each name is another metric.
        return new(FunctionName.IsValid(name) ? name : Unknown, after.Outcome, after) { Values = [.. ValuesOf(before, after)] };
    }

    private static IEnumerable<(string Name, string Unit, double Value)> ValuesOf(Rollout? before, Rollout after)
    {
        var end = after.EndedAt ?? after.StartedAt;
        yield return ("Rollouts", "Count", 1);
        yield return ("Duration", "Seconds", (end - after.StartedAt).TotalSeconds);
        var begun = after.Steps.Select(step => step.StartedAt).FirstOrDefault(time => time is not null);
        if (begun is { } shared && after.Outcome is not (Outcome.Promoted or Outcome.Created))
            yield return ("TimeToRollback", "Seconds", (end - shared).TotalSeconds);
        if (begun is not null && after.Internal.Analysis is { } known)
            yield return ("RequestsExposed", "Count", Math.Round(known.RequestsPerMinute * MinutesOfAll(after, end)));
        yield return ("ChecksThrottled", "Count", after.Internal.Checks?.ThrottledChecks ?? 0);
        yield return ("ApprovalsWaitedFor", "Count",
            after.Steps.Count(step => step.Approval is not null) + (before?.Internal.ApprovalRequest is null ? 0 : 1));
    }

    // As many minutes of the whole traffic as the candidate's shares come to.
    private static double MinutesOfAll(Rollout rollout, DateTimeOffset end) => rollout.Steps
        .Where(step => step.StartedAt is not null)
        .Sum(step => step.Weight.Fraction * ((step.EndedAt ?? end) - step.StartedAt!.Value).TotalMinutes);
}
