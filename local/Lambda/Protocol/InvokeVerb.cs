using System.Text;
using Canary.Local.Lambda.Catalog;

namespace Canary.Local.Lambda.Protocol;

/// <summary>Invoke, in its three types.</summary>
internal static class InvokeVerb
{
    public static async Task<WireAnswer> InvokeAsync(LambdaService lambda, WireRequest request)
    {
        request.RefuseHeader("X-Amz-Durable-Execution-Name").RefuseHeader("X-Amz-Tenant-Id");
        var qualifier = request.Query("Qualifier");
        var logType = request.Header("X-Amz-Log-Type");
        new Constraints().That(logType is null or "None" or "Tail", "logType", logType, "Member must satisfy enum value set: [None, Tail]").Check();
        var context = ClientContext(request.Header("X-Amz-Client-Context"));
        switch (request.Header("X-Amz-Invocation-Type"))
        {
            case null or "RequestResponse":
                return await RunAsync(lambda, request, qualifier, context, withLog: logType == "Tail");
            case "Event":
                lambda.InvokeLater(request.Function, qualifier, request.Body, context);
                return new WireAnswer(202);
            case "DryRun":
                lambda.DryRun(request.Function, qualifier);
                return new WireAnswer(204);
            case var other:
                throw Refusal.Validation(
                    $"1 validation error detected: Value '{other}' at 'invocationType' failed to satisfy constraint: "
                    + "Member must satisfy enum value set: [Event, RequestResponse, DryRun]");
        }
    }

    private static async Task<WireAnswer> RunAsync(LambdaService lambda, WireRequest request, string? qualifier, string? context, bool withLog)
    {
        var result = await lambda.InvokeAsync(request.Function, qualifier, request.Body, context, CancellationToken.None);
        var headers = new Dictionary<string, string> { ["x-amzn-RequestId"] = result.RequestId, ["X-Amz-Executed-Version"] = result.ExecutedVersion };
        if (result.FunctionError is { } error) headers["X-Amz-Function-Error"] = error;
        if (withLog) headers["X-Amz-Log-Result"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(result.LogTail));
        return new WireAnswer(200, result.Payload) { Headers = headers };
    }

    private static string? ClientContext(string? encoded)
    {
        if (encoded is null) return null;
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : throw Refusal.Invalid("Client context must be a valid Base64-encoded JSON object.");
    }
}
