using Canary.Aliases;

namespace Canary.Cli.Watching;

/// <summary>What a rollout of the demo came to.</summary>
/// <param name="Title">What it was about.</param>
/// <param name="View">Its last view.</param>
/// <param name="AliasBefore">The alias just before the execution was started.</param>
/// <param name="AliasAfter">The alias after it had ended.</param>
/// <param name="Real">How long it really took.</param>
internal sealed record RolloutResult(
    string Title, RolloutView View, AliasState AliasBefore, AliasState AliasAfter, TimeSpan Real);
