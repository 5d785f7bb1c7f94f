using Canary.Cli.Watching;

namespace Canary.Cli.Scenarios;

/// <summary>What a scenario came to.</summary>
/// <param name="Rollouts">Its rollouts, in the order in which they are told.</param>
/// <param name="Shown">What it has shown, in a sentence, if there are no faults.</param>
/// <param name="Faults">What went otherwise than it should, in sentences.</param>
internal sealed record ScenarioResult(IReadOnlyList<RolloutResult> Rollouts, string Shown, IReadOnlyList<string> Faults);
