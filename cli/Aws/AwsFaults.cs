using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;

namespace Canary.Cli.Aws;

/// <summary>What it means that a call of AWS failed, and how it is said.</summary>
internal static class AwsFaults
{
    private static readonly HashSet<string> Expired =
    [
        "ExpiredToken", "ExpiredTokenException", "RequestExpired", "InvalidClientTokenId", "UnrecognizedClientException",
        "InvalidSignatureException", "SignatureDoesNotMatch",
    ];

    private static readonly HashSet<string> Throttled =
    [
        "Throttling", "ThrottlingException", "ThrottledException", "TooManyRequestsException", "RequestLimitExceeded",
        "RequestThrottled", "RequestThrottledException", "SlowDown",
    ];

    /// <summary>Whether a call of AWS failed, or could not be made.</summary>
    public static bool IsAws(Exception fault) => fault is AmazonClientException or AmazonServiceException or HttpRequestException
        or SocketException or WebException || IsCut(fault) || IsTimeOut(fault);

    /// <summary>Whether the same call may succeed later: nobody said no.</summary>
    public static bool IsPassing(Exception fault) => IsAws(fault)
        && (fault is not AmazonServiceException said || IsExpired(said) || IsThrottled(said) || (int)said.StatusCode >= 500
            || (said.StatusCode == 0 && string.IsNullOrEmpty(said.ErrorCode)));

    /// <summary>Whether other credentials are needed, which somebody may be about to provide.</summary>
    public static bool IsExpired(Exception fault) => fault is AmazonServiceException said
        ? Expired.Contains(said.ErrorCode ?? "")
        : fault is AmazonClientException && IsAboutCredentials(fault);

    /// <summary>Whether the caller may not do this.</summary>
    public static bool IsDenied(Exception fault) => fault is AmazonServiceException
    {
        ErrorCode: "AccessDeniedException" or "AccessDenied" or "AuthorizationError" or "NotAuthorized",
    };

    /// <summary>What failed and what may help, in a sentence.</summary>
    public static string Sentence(Exception fault) => fault switch
    {
        AmazonClientException when HasNone(fault.Message) =>
            "There are no AWS credentials. Say --profile, sign in as with aws sso login, or set AWS_ACCESS_KEY_ID and "
            + "AWS_SECRET_ACCESS_KEY.",
        _ when IsExpired(fault) => $"AWS does not take these credentials ({Said(fault)}). Get new ones, "
            + "such as with aws sso login, or say --profile.",
        AmazonServiceException said when IsThrottled(said) =>
            $"AWS takes no more calls of this kind from this account just now ({Said(fault)}). Try again.",
        _ when IsDenied(fault) => $"You may not do this: {Said(fault)}.",
        AmazonServiceException => $"AWS refused: {Said(fault)}.",
        OperationCanceledException or TimeoutException => "AWS did not answer in time.",
        _ => $"AWS did not answer: {Said(fault)}.",
    };

    // The SDK tells of each place where it looked, over many lines. STS takes a second kind of signature: the SDK tries that
    // where it has no credentials for the first, and cannot make it.
    private static bool HasNone(string message) =>
        message.StartsWith("Failed to resolve AWS credentials", StringComparison.Ordinal)
        || message.Contains("Signature V4a", StringComparison.Ordinal);

    private static bool IsThrottled(AmazonServiceException said) => Throttled.Contains(said.ErrorCode ?? "");

    // In the middle of an answer. A file that cannot be read or written is another matter.
    private static bool IsCut(Exception fault) => fault is HttpIOException or IOException { InnerException: SocketException };

    private static bool IsTimeOut(Exception fault) => fault is TimeoutException
        || fault is OperationCanceledException { InnerException: TimeoutException };

    // What the SDK throws where it finds no credentials, or an SSO session is over, has no type of its own.
    private static bool IsAboutCredentials(Exception fault)
    {
        for (var at = fault; at is not null; at = at.InnerException!)
        {
            if (at.Message.Contains("credential", StringComparison.OrdinalIgnoreCase)
                || at.Message.Contains("SSO", StringComparison.Ordinal)) return true;
        }
        return false;
    }

    private static string Said(Exception fault)
    {
        var message = fault.Message.Trim().TrimEnd('.');
        if (fault is AmazonServiceException { ErrorCode: { Length: > 0 } code }
            && !message.Contains(code, StringComparison.Ordinal)) message = $"{code}: {message}";
        if (fault is AmazonServiceException || fault.InnerException?.Message.TrimEnd('.') is not { } inner) return message;
        return message.Contains(inner, StringComparison.Ordinal) ? message : $"{message}: {inner}";
    }
}
