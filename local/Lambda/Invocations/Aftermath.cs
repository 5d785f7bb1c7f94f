using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Local.Lambda.Model;
using Canary.Local.Sqs.Model;
using Canary.Local.Targets;
using Canary.Local.Wire;
using Canary.StatesLanguage.Json;

namespace Canary.Local.Lambda.Invocations;

/// <summary>
/// Tells what became of an asynchronous event: to its function's destination, and of one that failed to its dead-letter target.
/// </summary>
/// <param name="targets">The queues, topics, functions and the bus; null for none, so that all of it gets lost.</param>
/// <param name="clock">Dates the records.</param>
internal sealed class Aftermath(Func<ITargets?> targets, TimeProvider clock)
{
    /// <summary>What Lambda cuts an error's message to.</summary>
    private const int MessageLength = 1024;

    /// <summary>The function answered.</summary>
    public void Succeed(AsyncEvent invoked, EventInvokeConfig config)
    {
        if (config.OnSuccess is { Length: > 0 } arn) Tell(arn, invoked, "Success");
    }

    /// <summary>Nothing more is tried.</summary>
    /// <param name="invoked">What was.</param>
    /// <param name="config">The settings that it went by.</param>
    /// <param name="condition"><c>RetriesExhausted</c> or <c>EventAgeExceeded</c>.</param>
    public void Fail(AsyncEvent invoked, EventInvokeConfig config, string condition)
    {
        if (config.OnFailure is { Length: > 0 } arn) Tell(arn, invoked, condition);
        if (invoked.Last?.Version.Definition.DeadLetterTarget is not { } letters) return;
        if (!TrySend(letters, Encoding.UTF8.GetString(invoked.Payload.Span), null, Attributes(invoked)))
            invoked.Last.Metrics.LostDeadLetter();
    }

    private void Tell(string arn, AsyncEvent invoked, string condition)
    {
        var result = condition == "Success" ? "Success" : "Failure";
        if (!TrySend(arn, JsonText.Write(Record(invoked, condition)), $"Lambda Function Invocation Result - {result}", null))
            invoked.Last?.Metrics.LostDestination();
    }

    private bool TrySend(
        string arn, string message, string? subject, IReadOnlyDictionary<string, MessageAttributeValue>? attributes)
    {
        try
        {
            if (targets() is not { } all) return false;
            // Only a bus needs to be told what kind of event it is.
            all.Send(arn, message, arn.Contains(":events:", StringComparison.Ordinal) ? subject : null, attributes);
            return true;
        }
        catch (AwsException)
        {
            return false;
        }
    }

    private JsonObject Record(AsyncEvent invoked, string condition)
    {
        var record = new JsonObject
        {
            ["version"] = "1.0",
            ["timestamp"] = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["requestContext"] = new JsonObject
            {
                ["requestId"] = invoked.RequestId,
                ["functionArn"] = invoked.FunctionArn,
                ["condition"] = condition,
                ["approximateInvokeCount"] = invoked.Attempts,
            },
            ["requestPayload"] = Parse(invoked.Payload),
        };
        // An event that was throttled to the end has no answer.
        if (invoked.Result is not { } result) return record;
        record["responseContext"] = new JsonObject { ["statusCode"] = 200, ["executedVersion"] = result.ExecutedVersion };
        if (result.FunctionError is not null) record["responseContext"]!["functionError"] = result.FunctionError;
        record["responsePayload"] = Parse(result.Payload);
        return record;
    }

    private static Dictionary<string, MessageAttributeValue> Attributes(AsyncEvent invoked)
    {
        var error = invoked.Result is null ? null : (Parse(invoked.Result.Payload) as JsonObject)?["errorMessage"]?.AsString();
        var attributes = new Dictionary<string, MessageAttributeValue>
        {
            ["RequestID"] = new("String", invoked.RequestId),
            ["ErrorCode"] = new("Number", invoked.Result is null ? "429" : "200"),
        };
        if (error is { Length: > 0 })
            attributes["ErrorMessage"] = new("String", error.Length <= MessageLength ? error : error[..MessageLength]);
        return attributes;
    }

    private static JsonNode? Parse(ReadOnlyMemory<byte> payload)
    {
        var text = payload.IsEmpty ? "{}" : Encoding.UTF8.GetString(payload.Span);
        try
        {
            return JsonText.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}
