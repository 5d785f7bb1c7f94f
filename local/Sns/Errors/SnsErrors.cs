using Canary.Local.Wire;

namespace Canary.Local.Sns.Errors;

/// <summary>The errors that SNS answers with, by their codes in Query, the only protocol that it speaks.</summary>
internal static class SnsErrors
{
    private static readonly Dictionary<string, string> QueryCodes = new()
    {
        ["ThrottlingException"] = "Throttled",
        ["AccessDeniedException"] = "AuthorizationError",
        ["InternalFailure"] = "InternalError",
        ["UnknownOperationException"] = "InvalidAction",
        ["MissingAuthenticationTokenException"] = "MissingAuthenticationToken",
        ["SerializationException"] = "MalformedInput",
    };

    /// <summary>The code of what comes from the door in front of all services.</summary>
    public static string QueryCode(string shape) => QueryCodes.GetValueOrDefault(shape, shape);

    public static AwsException Invalid(string what) => new(400, "InvalidParameter", $"Invalid parameter: {what}");

    public static AwsException NoTopic() => new(404, "NotFound", "Topic does not exist");

    public static AwsException NoSubscription() => new(404, "NotFound", "Subscription does not exist");

    public static AwsException Missing(string member) =>
        new(
            400,
            "ValidationError",
            $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: Member must not be null");

    public static AwsException UnknownOperation(string operation) =>
        new(400, "InvalidAction", $"The action {operation} is not valid for this endpoint: Canary.Local does not support it.");

    public static AwsException NotSupported(string what) => Invalid($"Canary.Local does not support {what}");

    public static AwsException MissingToken() =>
        new(403, "MissingAuthenticationTokenException", "Request is missing Authentication Token");
}
