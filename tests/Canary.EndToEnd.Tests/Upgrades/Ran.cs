namespace Canary.EndToEnd.Tests.Upgrades;

/// <summary>A Lambda of Canary's has run.</summary>
/// <param name="Lambda">Which.</param>
/// <param name="Execution">For which rollout; null for what stands beside the state machine.</param>
/// <param name="Release">Of which release.</param>
/// <param name="Newest">The release that was deployed last by then.</param>
internal sealed record Ran(string Lambda, string? Execution, int Release, int Newest);
