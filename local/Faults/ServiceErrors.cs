using Canary.Local.Wire;

namespace Canary.Local.Faults;

/// <summary>
/// Each service's own errors: their codes and statuses as its service model and its list of common errors have them.
/// </summary>
internal static class ServiceErrors
{
    /// <summary>The refusal of a call; null for a kind that is none.</summary>
    public static AwsException? Of(FaultKind kind, ApiCall call, AwsAccount account) => kind switch
    {
        FaultKind.Throttle => Throttle(call.Service),
        FaultKind.ServerError => ServerError(call.Service),
        FaultKind.Unavailable => Unavailable(call.Service),
        FaultKind.AccessDenied => AccessDenied(call, account),
        FaultKind.Expired => Expired(call.Service),
        _ => null,
    };

    public static AwsException Throttle(string service) => service is "lambda"
        ? new(429, "TooManyRequestsException", "Rate exceeded")
        {
            Members = new Dictionary<string, string> { ["Reason"] = "CallerRateLimitExceeded" },
        }
        : new(400, "ThrottlingException", "Rate exceeded");

    // AWS JSON answers 400 even to this.
    private static AwsException Expired(string service) => new(
        service is "lambda" or "cloudwatch" or "sns" or "sts" ? 403 : 400,
        "ExpiredTokenException",
        "The security token included in the request is expired");

    private static AwsException ServerError(string service) => service switch
    {
        "lambda" or ApiCall.Function => new(500, "ServiceException", "An error occurred and the request cannot be processed."),
        "cloudwatch" =>
            new(500, "InternalServiceFault", "Request processing has failed due to some unknown error, exception or failure."),
        _ => new(500, "InternalFailure", "The request processing has failed because of an unknown error, exception or failure."),
    };

    private static AwsException Unavailable(string service) => new(
        503,
        service is "lambda" or ApiCall.Function ? "ServiceUnavailableException" : "ServiceUnavailable",
        "The request has failed due to a temporary failure of the server.");

    private static AwsException AccessDenied(ApiCall call, AwsAccount account)
    {
        var action = call.Service == ApiCall.Function ? "lambda:InvokeFunction" : $"{call.Service}:{call.Operation}";
        var user = $"arn:aws:sts::{account.Id}:assumed-role/canary-local/fault";
        var message =
            $"User: {user} is not authorized to perform: {action} because no identity-based policy allows the {action} action";
        // The services that speak AWS JSON only answer 400 even to this.
        var status = call.Service is "lambda" or "cloudwatch" or "sns" or "sts" or ApiCall.Function ? 403 : 400;
        return new(status, "AccessDeniedException", message);
    }
}
