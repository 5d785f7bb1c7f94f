using System.Text.Json.Serialization;
using Canary.Rollouts;

namespace Canary.News;

/// <summary>
/// One thing that a rollout tells to whoever listens: the detail of an event. It is contract: members may be added, but none goes
/// away or changes its meaning while <see cref="Version"/> is the same. A member that does not apply is left out.
/// </summary>
public sealed record NewsItem
{
    /// <summary>What it is: the event's detail-type says it.</summary>
    [JsonIgnore]
    public NewsKind Kind { get; init; }

    /// <summary>The contract that this keeps.</summary>
    public string Version { get; init; } = "1";

    /// <summary>The same for the same news, should it be sent twice.</summary>
    public required string Id { get; init; }

    /// <summary>Its place among all that the rollout tells, from 1. A gap is news that was lost.</summary>
    public required int Number { get; init; }

    /// <summary>
    /// The news in a few words, without quotes and backslashes, as are <see cref="Text"/> and <see cref="Command"/>.
    /// </summary>
    public required string Title { get; init; }

    /// <summary>The news for a person, in a sentence or two.</summary>
    public required string Text { get; init; }

    /// <summary>What a person can type now.</summary>
    public required string Command { get; init; }

    /// <summary>Where the console shows the execution; the execution itself where no console is known.</summary>
    public required string Console { get; init; }

    /// <summary>The function, as the rollout's input names it.</summary>
    public required string Function { get; init; }

    /// <summary>The alias.</summary>
    public required string Alias { get; init; }

    /// <summary>The version that had all traffic before; null where there was no alias, or nothing was begun.</summary>
    public string? StableVersion { get; init; }

    /// <summary>The version that is released; null where it is not known.</summary>
    public string? CandidateVersion { get; init; }

    /// <summary>The step in force, from 1; null before the first and after the promotion.</summary>
    public int? Step { get; init; }

    /// <summary>The candidate's share of the traffic now, in percent; null where that is not known.</summary>
    public decimal? Weight { get; init; }

    /// <summary>What the rollout came to, or that it is under way.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Why, as the rollout's document says it.</summary>
    public required string Reason { get; init; }

    /// <summary>The person whose word it was, by their own account; null where it was nobody's.</summary>
    public string? Who { get; init; }

    /// <summary>When what it waits for is over by itself: an approval that is asked for, or a pause.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The execution's ARN.</summary>
    public required string Execution { get; init; }

    /// <summary>When it happened, by the execution's time.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How an execution ended whose alias was given back: <c>ABORTED</c>, <c>TIMED_OUT</c> or <c>FAILED</c>.</summary>
    public string? Status { get; init; }

    /// <summary>The error that whoever stopped it gave.</summary>
    public string? Error { get; init; }

    /// <summary>The cause that they gave.</summary>
    public string? Cause { get; init; }
}
