using Canary.Local.Faults;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>What came of a script.</summary>
internal sealed record Report(
    Script Script, IReadOnlyList<Ended> Rollouts, IReadOnlyList<Change> Changes, DateTimeOffset? StoppedAt, DateTimeOffset? BreachedAt, IReadOnlyList<FaultStrike> Strikes)
{
    public Change Last => Changes[^1];

    public override string ToString() => string.Join(Environment.NewLine, [
        Script.ToString(),
        .. Strikes.Select(strike => $"    {strike}"),
        .. Changes.Select(change => $"    {change}"),
        .. Rollouts.Select(ended => $"    {ended}"),
    ]);
}
