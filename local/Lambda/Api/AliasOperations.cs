using System.Text.Json.Nodes;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Api;

/// <summary>The operations on aliases.</summary>
internal static class AliasOperations
{
    public static RestAnswer CreateAlias(LambdaService lambda, RestRequest request)
    {
        var body = request.Supports("Name", "FunctionVersion", "Description", "RoutingConfig").Document;
        new MemberConstraints().Required("name", body["Name"]).Required("functionVersion", body["FunctionVersion"]).ThrowIfAny();
        var alias = lambda.CreateAlias(
            request.Function, body.Text("Name")!, body.Text("FunctionVersion")!, body.Text("Description"), Weights(body));
        return RestAnswer.Json(201, LambdaDocument.Of(alias));
    }

    public static RestAnswer GetAlias(LambdaService lambda, RestRequest request) =>
        RestAnswer.Json(200, LambdaDocument.Of(lambda.GetAlias(request.Function, request.Alias, request.Stale)));

    public static RestAnswer UpdateAlias(LambdaService lambda, RestRequest request)
    {
        var body = request.Supports("FunctionVersion", "Description", "RoutingConfig", "RevisionId").Document;
        var change = new AliasUpdate(
            body.Text("FunctionVersion"), body.Text("Description"), Weights(body), body.Text("RevisionId"));
        return RestAnswer.Json(200, LambdaDocument.Of(lambda.UpdateAlias(request.Function, request.Alias, change)));
    }

    public static RestAnswer DeleteAlias(LambdaService lambda, RestRequest request)
    {
        lambda.DeleteAlias(request.Function, request.Alias);
        return new RestAnswer(204);
    }

    public static RestAnswer ListAliases(LambdaService lambda, RestRequest request) =>
        MarkerPage.Of(
            request, "Aliases", lambda.ListAliases(request.Function, request.Query("FunctionVersion")), LambdaDocument.Of);

    /// <summary>No RoutingConfig leaves the weights; an empty one, or one with empty weights, clears them.</summary>
    private static Dictionary<string, double>? Weights(JsonObject body) =>
        body.Structure("RoutingConfig") is { } routing ? routing.Structure("AdditionalVersionWeights")?.NumberMap() ?? [] : null;
}
