using System.Text.Json.Nodes;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Api;

/// <summary>The operations on the concurrency that is reserved for a function.</summary>
internal static class ConcurrencyOperations
{
    public static RestAnswer PutFunctionConcurrency(LambdaService lambda, RestRequest request)
    {
        var body = request.Supports("ReservedConcurrentExecutions").Document;
        new MemberConstraints().Required("reservedConcurrentExecutions", body["ReservedConcurrentExecutions"]).ThrowIfAny();
        lambda.PutFunctionConcurrency(request.Function, body.Integer("ReservedConcurrentExecutions"));
        return RestAnswer.Json(200, body.DeepClone());
    }

    public static RestAnswer GetFunctionConcurrency(LambdaService lambda, RestRequest request) =>
        RestAnswer.Json(200, Document(lambda, request.Function));

    public static RestAnswer DeleteFunctionConcurrency(LambdaService lambda, RestRequest request)
    {
        lambda.PutFunctionConcurrency(request.Function, null);
        return new RestAnswer(204);
    }

    /// <summary>A function's own limit; empty for none.</summary>
    public static JsonObject Document(LambdaService lambda, string function) =>
        lambda.GetFunctionConcurrency(function) is { } reserved
            ? new JsonObject { ["ReservedConcurrentExecutions"] = reserved }
            : [];
}
