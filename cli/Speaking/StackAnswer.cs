using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Canary.Cli.Speaking;

/// <summary>What the stack answers to a word.</summary>
/// <param name="Accepted">Whether it stands at the alias now.</param>
/// <param name="Message">What was asked of which rollout and when it will be seen, or why not.</param>
/// <param name="Execution">The rollout's execution; null where none was found.</param>
/// <param name="SeenBy">When it will be seen at the latest, by the clock of AWS's side.</param>
internal sealed record StackAnswer(bool Accepted, string Message, string? Execution, DateTimeOffset? SeenBy)
{
    /// <summary>Reads it, whatever a stack of another version may leave out.</summary>
    public static StackAnswer Read(JsonElement answer)
    {
        var isObject = answer.ValueKind == JsonValueKind.Object;
        return new(
            isObject && answer.TryGetProperty("accepted", out var accepted) && accepted.ValueKind == JsonValueKind.True,
            TextOf("message") ?? $"The stack answered {answer.GetRawText()}.",
            TextOf("execution"),
            DateTimeOffset.TryParse(
                TextOf("seenBy"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var seenBy) ? seenBy : null);

        string? TextOf(string name) =>
            isObject && answer.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String
                ? text.GetString()
                : null;
    }

    /// <summary>It for a program.</summary>
    public JsonObject ToJson() => new()
    {
        ["accepted"] = Accepted,
        ["message"] = Message,
        ["execution"] = Execution,
        ["seenBy"] = SeenBy?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    };
}
