using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Canary.Errors;
using Canary.Executions;
using Canary.Planning;
using Canary.Rollouts;
using Canary.States;
using Canary.Wording;

namespace Canary;

/// <summary>What each of Canary's Lambdas takes, and what to say to whoever gives it something else.</summary>
public static class Documents
{
    /// <summary>Refuses a document of which a Lambda could not do anything.</summary>
    /// <param name="input">What was read of it.</param>
    /// <param name="json">The document.</param>
    /// <exception cref="ForeignDocument">It is not what this Lambda takes.</exception>
    public static void Ensure<T>(T? input, ReadOnlySpan<byte> json)
    {
        var isWhole = input switch
        {
            StateInput { Rollout: var rollout, At: var at } => IsWhole(rollout) && at != default,
            PlanRolloutInput { Input.ValueKind: var kind, Execution: var execution } =>
                kind != JsonValueKind.Undefined && execution is not null,
            RestoreAliasInput { Time: var time, Detail: var detail } => detail is not null && time != default,
            _ => input is not null,
        };
        if (!isWhole) throw Foreign<T>(json, null);
    }

    /// <summary>
    /// Says what a Lambda takes and what it was given. Nothing of the document is quoted: it may hold a task token.
    /// </summary>
    /// <param name="json">The document.</param>
    /// <param name="path">Where in it something cannot be read, as a JSON path; null where that is not known.</param>
    public static ForeignDocument Foreign<T>(ReadOnlySpan<byte> json, string? path)
    {
        var where = path is null or "$" ? "" : $", of which {Quoted.Clip(path, Limits.FaultLength)} cannot be read";
        return new($"This function takes {Taken(typeof(T))}. It was given {Given(json)}{where}.");
    }

    /// <summary>
    /// Whether a rollout's document is one that this version of Canary has written: what types promise, a document need not keep.
    /// </summary>
    public static bool IsWhole([NotNullWhen(true)] Rollout? rollout) =>
        rollout is { SchemaVersion: Rollout.Schema, Function: not null, Alias: not null, Execution: not null, Reason: not null }
            and { Steps: not null, Plan.Alarms: not null, Story: not null, Internal.Alias: not null }
            && rollout.Internal.CurrentStep < rollout.Steps.Count;

    private static string Taken(Type type) =>
        type == typeof(PlanRolloutInput) ? "what Canary's state machine gives it: an object with input, execution and at"
        : type == typeof(StateInput) ? "what Canary's state machine gives it: an object with rollout, its document, and at"
        : type == typeof(RestoreAliasInput) ? "an event of EventBridge: an object with time and detail"
        : "JSON";

    private static string Given(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 1_100 });
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.ValueKind switch
            {
                JsonValueKind.Object when document.RootElement.EnumerateObject()
                    .Select(field => field.Name)
                    .ToList() is { Count: > 0 } names =>
                    $"an object with {Quoted.Clip(string.Join(", ", names.Select(name => Quoted.Of(name))), Limits.FaultLength)}",
                JsonValueKind.Object => "an empty object",
                JsonValueKind.Array => "a list",
                JsonValueKind.String => "a text",
                JsonValueKind.Number => "a number",
                JsonValueKind.Null => "null",
                _ => "true or false",
            };
        }
        catch (JsonException)
        {
            return json.IsEmpty ? "nothing" : "what is no JSON";
        }
    }
}
