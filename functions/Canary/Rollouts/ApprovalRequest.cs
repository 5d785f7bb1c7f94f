using System.Text.Json.Serialization;
using Canary.Aliases;

namespace Canary.Rollouts;

/// <summary>What a rollout waits for a person to approve.</summary>
/// <param name="Step">The step whose bake is over, from 1.</param>
/// <param name="Weight">The candidate's share, which it keeps while the rollout waits.</param>
/// <param name="ExpiresAt">When it waits no longer, and rolls back.</param>
public sealed record ApprovalRequest(
    int Step, [property: JsonPropertyName("weightPercent")] Weight Weight, DateTimeOffset ExpiresAt);
