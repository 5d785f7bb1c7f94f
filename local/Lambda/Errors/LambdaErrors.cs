using Canary.Local.Wire;

namespace Canary.Local.Lambda.Errors;

/// <summary>
/// Lambda's refusals in its own words. The words are those that the real service was recorded with, where such a recording is
/// public.
/// </summary>
internal static class LambdaErrors
{
    public static AwsException Validation(string message) => new(400, "ValidationException", message);

    public static AwsException Invalid(string message) => new(400, "InvalidParameterValueException", message);

    public static AwsException Conflict(string message) => new(409, "ResourceConflictException", message);

    public static AwsException NotFound(string message) => new(404, "ResourceNotFoundException", message);

    public static AwsException FunctionNotFound(string arn) => NotFound($"Function not found: {arn}");

    public static AwsException StaleRevision() => new(
        412,
        "PreconditionFailedException",
        "The Revision Id provided does not match the latest Revision Id. Call the GetFunction/GetAlias API "
        + "to retrieve the latest Revision Id");

    public static AwsException StalePolicyRevision() => new(
        412,
        "PreconditionFailedException",
        "The Revision Id provided does not match the latest Revision Id. Call the GetPolicy API "
        + "to retrieve the latest Revision Id");

    public static AwsException InState(string state) =>
        Conflict($"The operation cannot be performed at this time. The function is currently in the following state: {state}");

    public static AwsException UpdateInProgress(string arn) =>
        Conflict($"The operation cannot be performed at this time. An update is in progress for resource: {arn}");

    public static AwsException QualifiersDiffer() =>
        Invalid("The derived qualifier from the function name does not match the specified qualifier.");

    public static AwsException FunctionsOnly() => Invalid(
        "This operation is permitted on Lambda functions only. Aliases and versions do not support this operation. "
        + "Please specify either a function name or an unqualified function ARN.");

    public static AwsException AliasNotFound(string arn) => NotFound($"Cannot find alias arn: {arn}");

    public static AwsException TooLarge(string what, string limit) =>
        new(413, "RequestEntityTooLargeException", $"{what} must be smaller than {limit}");

    public static AwsException OtherRegion(string named, string own) =>
        NotFound($"Functions from '{named}' are not reachable in this region ('{own}')");

    public static AwsException OtherPartition(string function) => new(
        403, "AccessDeniedException", $"No identity-based policy of this partition allows this request to use {function}.");

    public static AwsException OtherAccount(string named, string function) => new(
        403,
        "AccessDeniedException",
        $"No resource-based policy allows this request to use {function} of account {named}.");

    public static AwsException Throttled(string reason) => new(429, "TooManyRequestsException", "Rate Exceeded.")
    {
        Members = new Dictionary<string, string> { ["Reason"] = reason },
    };

    public static AwsException NotProvisioned() =>
        new(404, "ProvisionedConcurrencyConfigNotFoundException", "No Provisioned Concurrency Config found for this function");

    /// <summary>The invocation of an idle function: it wakes up, but not for this one.</summary>
    public static AwsException Inactive() => new(
        502,
        "ResourceNotReadyException",
        "The function is inactive and its VPC connection is no longer available. Wait for the VPC "
        + "connection to reestablish and try again.");

    public static AwsException SnapshotPending() => new(
        409,
        "SnapStartNotReadyException",
        "Lambda is initializing your function. It will be ready to invoke once your function state becomes ACTIVE.");

    public static AwsException Unsupported(string what) => Invalid($"Canary.Local's Lambda does not support {what}.");

    public static AwsException NoOperation(string method, string path) =>
        new(404, "UnknownOperationException", $"Lambda has no operation {method} {path}.");

    public static AwsException UnsupportedOperation(string operation) =>
        new(501, "UnsupportedOperationException", $"Canary.Local's Lambda does not support {operation}.");

    public static AwsException MissingToken() => new(403, "MissingAuthenticationTokenException", "Missing Authentication Token");

    public static AwsException MappingInUse(string verb) =>
        new(400, "ResourceInUseException", $"Cannot {verb} the event source mapping because it is in use.");

    public static AwsException InvalidContent(string begin) =>
        new(400, "InvalidRequestContentException", $"Could not parse request body into json: {begin}");

    public static AwsException PayloadTooLarge(int length, int limit) => new(
        413,
        "RequestTooLargeException",
        $"{length} byte payload is too large for the RequestResponse invocation type (limit {limit} bytes)");
}
