using System.Text.Json.Nodes;
using Canary.Local.Lambda.Catalog;

namespace Canary.Local.Lambda.Protocol;

/// <summary>The operations on aliases.</summary>
internal static class AliasVerbs
{
    public static WireAnswer Create(LambdaService lambda, WireRequest request)
    {
        var body = request.Supports("Name", "FunctionVersion", "Description", "RoutingConfig").Document;
        new Constraints().Present("name", body["Name"]).Present("functionVersion", body["FunctionVersion"]).Check();
        var alias = lambda.CreateAlias(request.Function, body.Text("Name")!, body.Text("FunctionVersion")!, body.Text("Description"), Weights(body));
        return WireAnswer.Json(201, ConfigurationJson.Of(alias));
    }

    public static WireAnswer Get(LambdaService lambda, WireRequest request) =>
        WireAnswer.Json(200, ConfigurationJson.Of(lambda.GetAlias(request.Function, request.Alias, request.Stale)));

    public static WireAnswer Update(LambdaService lambda, WireRequest request)
    {
        var body = request.Supports("FunctionVersion", "Description", "RoutingConfig", "RevisionId").Document;
        var change = new AliasChange(body.Text("FunctionVersion"), body.Text("Description"), Weights(body), body.Text("RevisionId"));
        return WireAnswer.Json(200, ConfigurationJson.Of(lambda.UpdateAlias(request.Function, request.Alias, change)));
    }

    public static WireAnswer Delete(LambdaService lambda, WireRequest request)
    {
        lambda.DeleteAlias(request.Function, request.Alias);
        return new WireAnswer(204);
    }

    public static WireAnswer List(LambdaService lambda, WireRequest request) =>
        Page.Of(request, "Aliases", lambda.ListAliases(request.Function, request.Query("FunctionVersion")), ConfigurationJson.Of);

    /// <summary>No RoutingConfig leaves the weights; an empty one, or one with empty weights, clears them.</summary>
    private static Dictionary<string, double>? Weights(JsonObject body) =>
        body.Structure("RoutingConfig") is { } routing ? routing.Structure("AdditionalVersionWeights")?.NumberMap() ?? [] : null;
}
