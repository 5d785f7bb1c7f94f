using System.Text.Json.Nodes;
using Canary.Local.Lambda.Catalog;

namespace Canary.Local.Lambda.Protocol;

/// <summary>The operations on provisioned concurrency.</summary>
internal static class ProvisionedConcurrencyVerbs
{
    public static WireAnswer Put(LambdaService lambda, WireRequest request)
    {
        const string Member = "ProvisionedConcurrentExecutions";
        var body = request.Supports(Member).Document;
        new Constraints().Present("provisionedConcurrentExecutions", body[Member]).Check();
        return WireAnswer.Json(202, ConfigurationJson.Of(lambda.PutProvisionedConcurrency(request.Function, Qualifier(request), body.Integer(Member)!.Value)));
    }

    public static WireAnswer Get(LambdaService lambda, WireRequest request) =>
        WireAnswer.Json(200, ConfigurationJson.Of(lambda.GetProvisionedConcurrency(request.Function, Qualifier(request))));

    public static WireAnswer Delete(LambdaService lambda, WireRequest request)
    {
        lambda.DeleteProvisionedConcurrency(request.Function, Qualifier(request));
        return new WireAnswer(204);
    }

    public static WireAnswer List(LambdaService lambda, WireRequest request) =>
        Page.Of(request, "ProvisionedConcurrencyConfigs", lambda.ListProvisionedConcurrency(request.Function), provisioned =>
        {
            var item = new JsonObject { ["FunctionArn"] = provisioned.FunctionArn };
            foreach (var (name, value) in ConfigurationJson.Of(provisioned)) item[name] = value?.DeepClone();
            return item;
        }, bound: 50);

    private static string Qualifier(WireRequest request)
    {
        var qualifier = request.Query("Qualifier");
        new Constraints().Present("qualifier", qualifier).Check();
        return qualifier!;
    }
}
