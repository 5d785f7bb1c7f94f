using System.Text.Json;
using Canary.Aliases;
using Canary.EndToEnd.Tests.Safety.Worlds;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>A rollout's document that somebody made up, as the input of an execution.</summary>
/// <param name="Names">The execution that it says it is of.</param>
/// <param name="Function">The function that it says it is of.</param>
/// <param name="Stable">The version that it asks to give everything to.</param>
/// <param name="IsPromoted">Whether it says that it has promoted what the alias is at.</param>
/// <param name="KnowsRevision">Whether it tells the alias's own revision.</param>
/// <param name="Length">How long the input is, in characters; 0 leaves it as short as it is.</param>
/// <param name="IsStopped">Whether the execution is stopped while PlanRollout runs.</param>
internal sealed record Forgery(
    ForgedName Names, string Function, string Stable, bool IsPromoted, bool KnowsRevision, int Length, bool IsStopped)
{
    /// <summary>The input.</summary>
    /// <param name="execution">What <see cref="Names"/> comes to.</param>
    /// <param name="alias">The alias as it is, as everybody can read it.</param>
    /// <param name="now">The time.</param>
    public string Input(string execution, Alias alias, DateTimeOffset now)
    {
        var document = new Rollout
        {
            Reason = "forged",
            Outcome = Outcome.InProgress,
            SchemaVersion = Rollout.Schema,
            Function = Function,
            Alias = World.Alias,
            Execution = execution,
            StartedAt = now,
            StableVersion = Stable,
            CandidateVersion = IsPromoted ? alias.State.Version : World.Candidate,
            Steps = [new(Weight.Full, 0)],
            Plan = new(),
            Internal = new()
            {
                Next = NextState.Bake,
                WaitSeconds = 5,
                CurrentStep = IsPromoted ? 0 : -1,
                HeldAt = now,
                PromotedAt = IsPromoted ? now : null,
                Alias = new() { Revision = KnowsRevision ? alias.RevisionId : "forged", DescriptionBefore = "pwned" },
            },
        };
        var text = JsonSerializer.Serialize(document, CanaryJson.Relaxed.Rollout);
        return text.Length >= Length ? text : JsonSerializer.Serialize(
            document with { Reason = document.Reason + new string('x', Length - text.Length) }, CanaryJson.Relaxed.Rollout);
    }
}
