using Amazon.Runtime;
using Canary.Errors;

namespace Canary.Functions.Aws;

/// <summary>One call of AWS's, with the faults that every service has in common told in the domain's words.</summary>
internal static class AwsCall
{
    /// <summary>Makes it.</summary>
    /// <exception cref="AccessDenied">The role may not make this call.</exception>
    /// <exception cref="Throttled">The account makes more calls than AWS takes.</exception>
    /// <exception cref="CallFailed">
    /// It may succeed on another try. Any other fault is the service's own word, and stays.
    /// </exception>
    public static async Task<T> MakeAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (AmazonServiceException fault) when (IsThrottle(fault))
        {
            throw new Throttled($"{fault.ErrorCode}: {fault.Message}");
        }
        catch (AmazonServiceException fault) when (MayPass(fault))
        {
            throw new CallFailed($"{fault.ErrorCode}: {fault.Message}");
        }
        catch (AmazonServiceException fault) when (IsDenial(fault))
        {
            throw new AccessDenied(fault.Message);
        }
        catch (Exception fault) when (IsBroken(fault))
        {
            throw new CallFailed(fault.Message);
        }
    }

    /// <summary>
    /// Whether the account has used up its quota of such calls. The status does not tell: many throttles come with 400,
    /// and some with 503.
    /// </summary>
    public static bool IsThrottle(AmazonServiceException fault) => (int)fault.StatusCode == 429
        || (fault.ErrorCode ?? "").Contains("Throttl", StringComparison.Ordinal)
        || fault.ErrorCode is "TooManyRequestsException" or "RequestLimitExceeded" or "LimitExceeded" or "SlowDown";

    /// <summary>Whether the service had a fault of its own. What it says of the call itself is final.</summary>
    public static bool MayPass(AmazonServiceException fault) => (int)fault.StatusCode is < 400 or 408 or >= 500
        // The next try is signed anew.
        || fault.ErrorCode is "RequestTimeout" or "RequestTimeoutException" or "ExpiredToken" or "ExpiredTokenException";

    /// <summary>
    /// Whether the role may not. The status does not tell: Step Functions denies with 400 and Lambda with 403,
    /// and 403 is also a signature or credentials that AWS does not take, which no policy mends.
    /// </summary>
    public static bool IsDenial(AmazonServiceException fault) =>
        fault.ErrorCode is "AccessDenied" or "AccessDeniedException" or "NotAuthorized";

    /// <summary>Whether there was no answer, or none that can be read.</summary>
    public static bool IsBroken(Exception fault) => fault is AmazonClientException
        or HttpRequestException or IOException or OperationCanceledException or TimeoutException;
}
