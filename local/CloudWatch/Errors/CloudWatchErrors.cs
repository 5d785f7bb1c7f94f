using Canary.Local.Wire;

namespace Canary.Local.CloudWatch.Errors;

/// <summary>
/// The errors that CloudWatch answers with. Their codes here are the shapes' names; the Query protocol, and every client that
/// once spoke it, knows most of them by an older name.
/// </summary>
internal static class CloudWatchErrors
{
    private static readonly Dictionary<string, string> QueryCodes = new()
    {
        ["ValidationException"] = "ValidationError",
        ["InvalidParameterValueException"] = "InvalidParameterValue",
        ["InvalidParameterCombinationException"] = "InvalidParameterCombination",
        ["MissingRequiredParameterException"] = "MissingParameter",
        ["InvalidFormatFault"] = "InvalidFormat",
        ["LimitExceededFault"] = "LimitExceeded",
        ["InternalServiceFault"] = "InternalServiceError",
        ["ThrottlingException"] = "Throttling",
        ["AccessDeniedException"] = "AccessDenied",
        ["UnknownOperationException"] = "InvalidAction",
        ["MissingAuthenticationTokenException"] = "MissingAuthenticationToken",
        ["SerializationException"] = "MalformedInput",
    };

    public static string QueryCode(string shape) => QueryCodes.GetValueOrDefault(shape, shape);

    public static AwsException Validation(string message) => new(400, "ValidationException", message);

    public static AwsException InvalidValue(string message) => new(400, "InvalidParameterValueException", message);

    public static AwsException InvalidCombination(string message) => new(400, "InvalidParameterCombinationException", message);

    public static AwsException Missing(string message) => new(400, "MissingRequiredParameterException", message);

    public static AwsException InvalidFormat(string message) => new(400, "InvalidFormatFault", message);

    public static AwsException InvalidNextToken(string token) => new(
        400, "InvalidNextToken", $"The token {token} is not one that this operation returned.");

    /// <summary>AWS sends no message with it.</summary>
    public static AwsException NotFound() => new(404, "ResourceNotFound", "");

    public static AwsException UnknownOperation(string operation) =>
        new(
            400,
            "UnknownOperationException",
            $"Could not find operation {operation} for version 2010-08-01: Canary.Local does not support it.");

    public static AwsException NotSupported(string what) => Validation($"Canary.Local does not support {what}.");

    public static AwsException MissingToken() => new(
        403, "MissingAuthenticationTokenException", "Request is missing Authentication Token");

    public static AwsException Serialization(string message) => new(400, "SerializationException", message);
}
