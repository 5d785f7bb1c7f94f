using Canary.Rollouts;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>A change of the alias that took effect.</summary>
/// <param name="At">When, on the clock.</param>
/// <param name="Lambda">The Lambda that made it; null for somebody else.</param>
/// <param name="Execution">The rollout that this Lambda worked for; null for somebody else, and for RestoreAlias, which may work for several.</param>
/// <param name="Alias">What the alias was then.</param>
internal sealed record Change(DateTimeOffset At, string? Lambda, string? Execution, Alias Alias)
{
    public string? Holder => Hold.HolderOf(Alias.Description);

    public override string ToString() => $"{At:HH:mm:ss.fff} {Lambda ?? "somebody else"}{(Execution is null ? "" : $" of {Execution.Split(':')[^1]}")}: {Alias.State}, \"{Alias.Description}\"";
}
