using System.Globalization;
using System.Text.Json.Nodes;
using Canary.Rollouts;

namespace Canary.Cli.Finding;

/// <summary>A rollout as Step Functions tells of its execution.</summary>
/// <param name="Arn">The execution's ARN.</param>
/// <param name="Status">Step Functions' word: RUNNING, SUCCEEDED, FAILED, TIMED_OUT or ABORTED.</param>
/// <param name="Started">When it was started.</param>
/// <param name="Ended">When it ended; null while it is under way.</param>
internal sealed record FoundRollout(string Arn, string Status, DateTimeOffset Started, DateTimeOffset? Ended)
{
    /// <summary>What it was started with, as it was sent.</summary>
    public string? Input { get; init; }

    /// <summary>The document at its end; null while it is under way, and where it was ended from outside.</summary>
    public Rollout? Document { get; init; }

    /// <summary>The error that it ended with.</summary>
    public string? Error { get; init; }

    /// <summary>That error's cause, where it is not the document.</summary>
    public string? Cause { get; init; }

    /// <summary>The execution's name.</summary>
    public string Name => Arn[(Arn.LastIndexOf(':') + 1)..];

    /// <summary>The function's name; null where the input names none.</summary>
    public string? Function =>
        (Document?.Function ?? InputText("functionName")) is { } named ? named[(named.LastIndexOf(':') + 1)..] : null;

    /// <summary>The alias's name; null where the input names none.</summary>
    public string? Alias => Document?.Alias ?? InputText("aliasName");

    /// <summary>What it releases, such as <c>orders:live</c>.</summary>
    public string Title => $"{Function ?? "?"}:{Alias ?? "?"}";

    /// <summary>Whether it is under way.</summary>
    public bool IsRunning => Status is "RUNNING" or "PENDING_REDRIVE";

    /// <summary>What it came to; null while it is under way, and where it was ended from outside.</summary>
    public Outcome? Outcome => Document?.Outcome;

    /// <summary>What that means to a pipeline.</summary>
    public int ExitCode => RolloutEnd.Code(Status, Outcome);

    /// <summary>How it stands, in a sentence.</summary>
    public string Summary => Document?.Reason ?? (IsRunning
        ? string.Create(CultureInfo.InvariantCulture, $"{Title}: {Name} is under way since {Started.UtcDateTime:HH:mm:ss} UTC.")
        : string.Join(": ", new[] { $"{Title}: {Name} ended as {Status}", Error, Cause }.OfType<string>()).TrimEnd('.') + ".");

    /// <summary>It as every verb tells of a rollout to a program.</summary>
    public JsonObject ToJson() => new()
    {
        ["execution"] = Arn,
        ["name"] = Name,
        ["function"] = Function,
        ["alias"] = Alias,
        ["status"] = Status,
        ["outcome"] = Outcome?.ToString(),
        ["startedAt"] = Time(Started),
        ["endedAt"] = Ended is { } at ? Time(at) : null,
        ["reason"] = Summary,
    };

    /// <summary>A time as every verb tells it to a program.</summary>
    public static string Time(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>A text of the input; null where it has none of this name, or is no object.</summary>
    internal string? InputText(string member)
    {
        try
        {
            return (JsonNode.Parse(Input ?? "null") as JsonObject)?[member] is JsonValue value
                && value.TryGetValue<string>(out var text) ? text : null;
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
