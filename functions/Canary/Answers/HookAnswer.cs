using System.Text.Json;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Wording;

namespace Canary.Answers;

/// <summary>What a hook said, understood.</summary>
/// <param name="Succeeded">Whether the rollout may go on.</param>
/// <param name="Text">What it said, to follow the hook's name in a sentence.</param>
internal sealed record HookAnswer(bool Succeeded, string Text)
{
    /// <summary>
    /// Reads what a hook returned, or called back with. One that returns nothing, or an object of its own without a status,
    /// has not failed, for then it would have thrown; one that calls back says so on purpose, and has to say it.
    /// What is not understood may be a no, and so is one.
    /// </summary>
    public static HookAnswer Of(Hook hook, JsonElement? answer)
    {
        try
        {
            return Read(hook, answer);
        }
        catch (InvalidOperationException)
        {
            // JSON may escape half of a character that takes two, and no name can hold that.
            return NotUnderstood(answer);
        }
    }

    private static HookAnswer Read(Hook hook, JsonElement? answer)
    {
        var fields = answer is { ValueKind: JsonValueKind.Object } given ? given.EnumerateObject().ToList() : [];
        var statuses = fields.Where(field => field.Name.Equals("status", StringComparison.OrdinalIgnoreCase)).ToList();
        var isSilent = statuses.Count == 0 && answer?.ValueKind is null or JsonValueKind.Null or JsonValueKind.Object;
        if (isSilent && !hook.WaitForCallback) return new(true, "succeeded.");
        if (statuses is not [{ Name: "status", Value: var status }]) return NotUnderstood(answer);
        return (status.ValueKind == JsonValueKind.String ? Quoted.TextOf(status) : null) switch
        {
            "Succeeded" => new(true, ReasonOf(answer!.Value) is { } why ? $"succeeded: {why}" : "succeeded."),
            "Failed" => new(false, $"failed: {ReasonOf(answer!.Value) ?? "it gave no reason."}"),
            _ => new(false, $"answered the status {Quoted.Of(status)}. It must be \"Succeeded\" or \"Failed\"."),
        };
    }

    private static HookAnswer NotUnderstood(JsonElement? answer) =>
        new(false, $"answered {(answer is { } given ? Quoted.Of(given) : "null")}, which is "
            + "not understood. It must be {\"status\": \"Succeeded\"} or {\"status\": \"Failed\"}, with a reason if you like.");

    /// <summary>Reads what came instead of an answer.</summary>
    public static HookAnswer OfError(Hook hook, CaughtError error)
    {
        var message = error.Message();
        return new(false, error.Error switch
        {
            "States.Timeout" or "States.HeartbeatTimeout" => hook.WaitForCallback
                ? $"was not called back for within {hook.TimeoutSeconds} s."
                : $"did not answer within {hook.TimeoutSeconds} s.",
            "States.DataLimitExceeded" => "answered more than Step Functions takes, 262,144 bytes.",
            "Lambda.ResourceNotFoundException" => $"does not exist any more: {message}",
            _ when IsDenial(error.Error, message) =>
                $"may not be invoked by the state machine. Check the stack's HookFunctionPattern: {message}",
            "Lambda.TooManyRequestsException" or "Lambda.ServiceException" or "Lambda.SdkClientException" =>
                $"could not be invoked: {error.Error}: {message}",
            null or "" => $"failed{(message.Length > 0 ? $": {message}" : " without a word.")}",
            _ => $"failed with {Quoted.Clip(error.Error, Limits.ErrorNameLength)}: {message}",
        });
    }

    // Lambda's integration has no error of its own for it: it is Lambda.AWSLambdaException with IAM's words.
    private static bool IsDenial(string? error, string message) => error is "States.Permissions" or "Lambda.AccessDeniedException"
        || (error?.StartsWith("Lambda.", StringComparison.Ordinal) == true
            && message.Contains("not authorized to perform", StringComparison.Ordinal));

    private static string? ReasonOf(JsonElement fields)
    {
        if (!fields.TryGetProperty("reason", out var reason) || reason.ValueKind == JsonValueKind.Null) return null;
        return reason.ValueKind == JsonValueKind.String ? Quoted.Clip(Quoted.TextOf(reason)) : Quoted.Of(reason);
    }
}
