using Canary.Local.CloudWatch.Errors;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.CloudWatch.Api;

/// <summary>
/// How an error looks in the protocols that came after Query: by its shape, and in a header by the code that it had in Query.
/// </summary>
internal static class ErrorHeader
{
    private static readonly string[] Coral =
    [
        "UnknownOperationException", "SerializationException", "MissingAuthenticationTokenException", "ThrottlingException",
        "AccessDeniedException", "ServiceUnavailable",
    ];

    /// <summary>
    /// Sets the status, and the header for a client that asks for what it knew from Query. For any other a refusal is a 400.
    /// </summary>
    public static void Add(HttpResponse response, AwsException refusal)
    {
        var isQueryMode = response.HttpContext.Request.Headers["x-amzn-query-mode"] == "true";
        response.StatusCode = isQueryMode || refusal.StatusCode >= 500 ? refusal.StatusCode : 400;
        if (isQueryMode) response.Headers["x-amzn-query-error"] = $"{CloudWatchErrors.QueryCode(refusal.Code)};{refusal.Blamed}";
    }

    public static WireMap Document(AwsException refusal) => new()
    {
        { "__type", $"{Space(refusal.Code)}#{refusal.Code}" },
        { "message", refusal.Message.Length == 0 ? null : refusal.Message },
    };

    private static string Space(string code)
    {
        if (code == "ValidationException") return "com.amazon.coral.validate";
        return Coral.Contains(code) ? "com.amazon.coral.service" : "com.amazonaws.cloudwatch.v2010_08_01";
    }
}
