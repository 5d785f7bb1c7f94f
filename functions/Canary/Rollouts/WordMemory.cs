using System.Text.Json.Serialization;

namespace Canary.Rollouts;

/// <summary>What a rollout remembers of the words that people have said to it.</summary>
public sealed record WordMemory
{
    /// <summary>How many of them the story tells of.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Told { get; init; }

    /// <summary>The word that is to be acted on as soon as the alarms were read and have no objection.</summary>
    public string? Pending { get; init; }

    /// <summary>Who has paused it; null while it is not paused.</summary>
    public string? PausedBy { get; init; }

    /// <summary>When the pause expires.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>It is not paused any more.</summary>
    internal WordMemory Resumed() => this with { PausedBy = null, PausedUntil = null };
}
