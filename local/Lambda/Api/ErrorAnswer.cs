using System.Text.Json.Nodes;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Api;

/// <summary>
/// Refusals as REST-JSON: the code in a header, the message in the body under the name that the exception's shape gives it.
/// </summary>
internal static class ErrorAnswer
{
    /// <summary>Shapes whose message is a member with a capital letter, in botocore's service model.</summary>
    private static readonly HashSet<string> Capital = ["ResourceNotFoundException", "ServiceException", "AccessDeniedException"];

    /// <summary>Errors of the front door, which belong to no shape of Lambda's and have no Type.</summary>
    private static readonly HashSet<string> Untyped =
    [
        "ValidationException",
        "SerializationException",
        "AccessDeniedException",
        "MissingAuthenticationTokenException",
        "UnknownOperationException",
        "UnsupportedOperationException", "RequestEntityTooLargeException",
    ];

    public static RestAnswer Of(AwsException refusal)
    {
        var body = new JsonObject();
        foreach (var (name, value) in refusal.Members) body[name] = value;
        if (!Untyped.Contains(refusal.Code)) body["Type"] = refusal.StatusCode < 500 ? "User" : "Service";
        body[Capital.Contains(refusal.Code) ? "Message" : "message"] = refusal.Message;
        return RestAnswer.Json(refusal.StatusCode, body) with
        {
            Headers = new Dictionary<string, string> { ["x-amzn-ErrorType"] = refusal.Code },
        };
    }
}
