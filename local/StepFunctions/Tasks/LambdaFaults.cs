using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Local.Faults;
using Canary.Local.Lambda.Model;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.Wire;
using Canary.StatesLanguage.Json;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>The names under which a state machine sees what goes wrong with an invocation.</summary>
internal static class LambdaFaults
{
    // The errors of Invoke in Lambda's service model. The SDK, and so Step Functions, has no name for any other.
    private static readonly FrozenSet<string> Modelled = FrozenSet.Create(
        "DurableExecutionAlreadyStartedException", "EC2AccessDeniedException", "EC2ThrottledException", "EC2UnexpectedException",
        "EFSIOException", "EFSMountConnectivityException", "EFSMountFailureException", "EFSMountTimeoutException",
        "ENILimitReachedException", "InvalidParameterValueException", "InvalidRequestContentException", "InvalidRuntimeException",
        "InvalidSecurityGroupIDException", "InvalidSubnetIDException", "InvalidZipFileException", "KMSAccessDeniedException",
        "KMSDisabledException", "KMSInvalidStateException", "KMSNotFoundException", "NoPublishedVersionException",
        "RecursiveInvocationException", "RequestTooLargeException", "ResourceConflictException", "ResourceNotFoundException",
        "ResourceNotReadyException", "S3FilesMountConnectivityException", "S3FilesMountFailureException",
        "S3FilesMountTimeoutException", "SerializedRequestEntityTooLargeException", "ServiceException", "SnapStartException",
        "SnapStartNotReadyException", "SnapStartTimeoutException", "SubnetIPAddressLimitReachedException",
        "TooManyRequestsException", "UnsupportedMediaTypeException");

    /// <summary>The function ran and failed: its own error type, with the whole error document as the cause.</summary>
    public static StateFault OfFunction(InvocationResult result)
    {
        var document = Encoding.UTF8.GetString(result.Payload.Span);
        return ErrorType(document) is { } type
            ? new StateFault(type, document)
            : new StateFault(
                "Lambda.Unknown",
                $"The cause could not be determined because Lambda did not return an error type. Returned payload: {document}");
    }

    /// <summary>Lambda refused the invocation.</summary>
    public static StateFault OfService(AwsException refusal)
    {
        var name = Modelled.Contains(refusal.Code) ? refusal.Code
            : refusal.StatusCode >= 500 ? "ServiceException"
            : "AWSLambdaException";
        var details =
            $"Service: AWSLambda; Status Code: {refusal.StatusCode}; Error Code: {refusal.Code}; Request "
            + $"ID: {Guid.NewGuid()}; Proxy: null";
        return new StateFault($"Lambda.{name}", $"{refusal.Message} ({details})");
    }

    /// <summary>Lambda gave no answer, as the Java SDK in Step Functions tells it. The function may have run.</summary>
    public static StateFault OfConnection(NoAnswerException silence) => new(
        "Lambda.SdkClientException", $"Unable to execute HTTP request: {silence.Message}");

    private static string? ErrorType(string document)
    {
        try
        {
            return JsonText.Parse(document) is JsonObject members && members["errorType"].AsString() is { Length: > 0 } type
                ? type
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
