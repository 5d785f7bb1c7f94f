using System.Text.Json.Nodes;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Api;

/// <summary>The operations on resource policies.</summary>
internal static class PolicyOperations
{
    public static RestAnswer AddPermission(LambdaService lambda, RestRequest request)
    {
        var body = request.Supports(
            "StatementId", "Action", "Principal", "SourceArn", "SourceAccount", "EventSourceToken", "PrincipalOrgID",
            "FunctionUrlAuthType",
            "InvokedViaFunctionUrl", "RevisionId").Document;
        new MemberConstraints()
            .Required("statementId", body["StatementId"])
            .Required("action", body["Action"])
            .Required("principal", body["Principal"])
            .ThrowIfAny();
        var permission = new Grant(body.Text("StatementId")!, body.Text("Action")!, body.Text("Principal")!)
        {
            SourceArn = body.Text("SourceArn"),
            SourceAccount = body.Text("SourceAccount"),
            EventSourceToken = body.Text("EventSourceToken"),
            PrincipalOrgId = body.Text("PrincipalOrgID"),
            FunctionUrlAuthType = body.Text("FunctionUrlAuthType"),
            InvokedViaFunctionUrl = body["InvokedViaFunctionUrl"] is null ? null : body.Flag("InvokedViaFunctionUrl"),
        };
        var statement = lambda.AddPermission(request.Function, request.Query("Qualifier"), permission, body.Text("RevisionId"));
        return RestAnswer.Json(201, new JsonObject { ["Statement"] = statement });
    }

    public static RestAnswer RemovePermission(LambdaService lambda, RestRequest request)
    {
        lambda.RemovePermission(request.Function, request.Query("Qualifier"), request.Statement, request.Query("RevisionId"));
        return new RestAnswer(204);
    }

    public static RestAnswer GetPolicy(LambdaService lambda, RestRequest request)
    {
        var (policy, revision) = lambda.GetPolicy(request.Function, request.Query("Qualifier"));
        return RestAnswer.Json(200, new JsonObject { ["Policy"] = policy, ["RevisionId"] = revision });
    }
}
