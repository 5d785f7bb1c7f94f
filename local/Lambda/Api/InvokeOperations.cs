using System.Text;
using Canary.Local.Lambda.Errors;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Api;

/// <summary>Invoke, in its three types.</summary>
internal static class InvokeOperations
{
    public static async Task<RestAnswer> InvokeAsync(LambdaService lambda, RestRequest request)
    {
        request.RefuseHeader("X-Amz-Durable-Execution-Name").RefuseHeader("X-Amz-Tenant-Id");
        var qualifier = request.Query("Qualifier");
        var logType = request.Header("X-Amz-Log-Type");
        new MemberConstraints()
            .That(logType is null or "None" or "Tail", "logType", logType, "Member must satisfy enum value set: [None, Tail]")
            .ThrowIfAny();
        var context = ClientContext(request.Header("X-Amz-Client-Context"));
        switch (request.Header("X-Amz-Invocation-Type"))
        {
            case null or "RequestResponse":
                return await RunAsync(lambda, request, qualifier, context, withLog: logType == "Tail");
            case "Event":
                lambda.InvokeLater(request.Function, qualifier, request.Body, context);
                return new RestAnswer(202);
            case "DryRun":
                lambda.DryRun(request.Function, qualifier);
                return new RestAnswer(204);
            case var other:
                throw LambdaErrors.Validation(
                    $"1 validation error detected: Value '{other}' at 'invocationType' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [Event, RequestResponse, DryRun]");
        }
    }

    private static async Task<RestAnswer> RunAsync(
        LambdaService lambda, RestRequest request, string? qualifier, string? context, bool withLog)
    {
        var result = await lambda.InvokeAsync(request.Function, qualifier, request.Body, context, CancellationToken.None);
        var headers = new Dictionary<string, string>
        {
            ["x-amzn-RequestId"] = result.RequestId,
            ["X-Amz-Executed-Version"] = result.ExecutedVersion,
        };
        if (result.FunctionError is { } error) headers["X-Amz-Function-Error"] = error;
        if (withLog) headers["X-Amz-Log-Result"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(result.LogTail));
        return new RestAnswer(200, result.Payload) { Headers = headers };
    }

    private static string? ClientContext(string? encoded)
    {
        if (encoded is null) return null;
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw LambdaErrors.Invalid("Client context must be a valid Base64-encoded JSON object.");
    }
}
