using Canary.Aliases;
using Canary.Cli.Watching;

namespace Canary.Cli.Scenarios;

/// <summary>A rollout that was started.</summary>
/// <param name="Plan">What was started.</param>
/// <param name="Execution">Its execution's ARN.</param>
/// <param name="View">It as it was before it began.</param>
/// <param name="AliasBefore">The alias just before it was started.</param>
/// <param name="Began">When, as the real clock's timestamp.</param>
internal sealed record StartedRelease(ReleasePlan Plan, string Execution, RolloutView View, AliasState AliasBefore, long Began);
