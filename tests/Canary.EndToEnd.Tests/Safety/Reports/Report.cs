using System.Text.Json.Nodes;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Upgrades;
using Canary.Local.Faults;

namespace Canary.EndToEnd.Tests.Safety.Reports;

/// <summary>What came of a script.</summary>
internal sealed record Report(Script Script, IReadOnlyList<Ended> Rollouts, IReadOnlyList<Change> Changes)
{
    /// <summary>What Canary did to other aliases than the rollouts' own.</summary>
    public required IReadOnlyList<string> Elsewhere { get; init; }

    /// <summary>What the sweeps told.</summary>
    public required IReadOnlyList<Sweep> Sweeps { get; init; }

    /// <summary>What the rollouts told on the bus.</summary>
    public required IReadOnlyList<JsonObject> News { get; init; }

    public required IReadOnlyList<FaultStrike> Strikes { get; init; }

    public DateTimeOffset? StoppedAt { get; init; }

    /// <summary>When the alarm fired, and when it was OK again.</summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> Breaches { get; init; } = [];

    /// <summary>Which release of Canary ran what.</summary>
    public required ReleaseLog Releases { get; init; }

    public Change Last => Changes[^1];

    /// <summary>
    /// Whether the alarm was in ALARM then, and for long enough after that a check which began then must have seen it.
    /// </summary>
    public bool WasInAlarm(DateTimeOffset? at) => Breaches.Any(breach => at > breach.From && at < breach.Until.AddMinutes(-1));

    public override string ToString() => string.Join(Environment.NewLine, [
        Script.ToString(),
        .. Strikes.Take(40).Select(strike => $"    {strike}"),
        .. Strikes.Count > 40 ? [$"    and {Strikes.Count - 40} more"] : Array.Empty<string>(),
        .. Changes.Select(change => $"    {change}"),
        .. Elsewhere.Select(change => $"    elsewhere: {change}"),
        .. Rollouts.Select(ended => $"    {ended}"),
        .. Sweeps.Where(sweep => sweep.Text.Length > 0)
            .TakeLast(3)
            .Select(sweep => $"    sweep at {sweep.At:HH:mm:ss}: {sweep.Text}"),
    ]);
}
