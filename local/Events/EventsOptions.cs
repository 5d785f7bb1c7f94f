using System.Text.Json.Nodes;

namespace Canary.Local.Events;

/// <summary>
/// What an embedded EventBridge may be told. AWS services publish their events on a best-effort basis: late, and sometimes not at
/// all.
/// </summary>
public sealed record EventsOptions
{
    /// <summary>How long an event is on its way from the bus to the targets. AWS takes about half a second.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether an event gets lost before any rule sees it; null loses none. It gets the whole event.</summary>
    public Func<JsonObject, bool>? Drop { get; init; }
}
