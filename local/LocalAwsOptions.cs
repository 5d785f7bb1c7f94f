using Canary.Local.Events;
using Canary.Local.Lambda;
using Canary.Local.Wire;

namespace Canary.Local;

/// <summary>What an embedded AWS may be told.</summary>
public sealed record LocalAwsOptions
{
    /// <summary>The account and Region that it pretends to be.</summary>
    public AwsAccount Account { get; init; } = new();

    /// <summary>What its Lambda may be told; null for the defaults.</summary>
    public LambdaOptions? Lambda { get; init; }

    /// <summary>What its EventBridge may be told; null for the defaults.</summary>
    public EventsOptions? Events { get; init; }

    /// <summary>How long after a minute's end its metrics count as complete; null for the default.</summary>
    public TimeSpan? MetricDelay { get; init; }

    /// <summary>Whether clients are throttled at AWS's request quotas.</summary>
    public bool HasRequestQuotas { get; init; }

    /// <summary>Draws the jitter of the state machines' retries; null for any. A seeded one makes it repeatable.</summary>
    public Random? Jitter { get; init; }
}
