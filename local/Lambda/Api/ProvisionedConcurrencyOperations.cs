using System.Text.Json.Nodes;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Api;

/// <summary>The operations on provisioned concurrency.</summary>
internal static class ProvisionedConcurrencyOperations
{
    public static RestAnswer PutProvisionedConcurrencyConfig(LambdaService lambda, RestRequest request)
    {
        const string Member = "ProvisionedConcurrentExecutions";
        var body = request.Supports(Member).Document;
        new MemberConstraints().Required("provisionedConcurrentExecutions", body[Member]).ThrowIfAny();
        return RestAnswer.Json(
            202,
            LambdaDocument.Of(
                lambda.PutProvisionedConcurrency(request.Function, Qualifier(request), body.Integer(Member)!.Value)));
    }

    public static RestAnswer GetProvisionedConcurrencyConfig(LambdaService lambda, RestRequest request) =>
        RestAnswer.Json(200, LambdaDocument.Of(lambda.GetProvisionedConcurrency(request.Function, Qualifier(request))));

    public static RestAnswer DeleteProvisionedConcurrencyConfig(LambdaService lambda, RestRequest request)
    {
        lambda.DeleteProvisionedConcurrency(request.Function, Qualifier(request));
        return new RestAnswer(204);
    }

    public static RestAnswer ListProvisionedConcurrencyConfigs(LambdaService lambda, RestRequest request) =>
        MarkerPage.Of(
            request, "ProvisionedConcurrencyConfigs", lambda.ListProvisionedConcurrency(request.Function), provisioned =>
        {
            var item = new JsonObject { ["FunctionArn"] = provisioned.FunctionArn };
            foreach (var (name, value) in LambdaDocument.Of(provisioned)) item[name] = value?.DeepClone();
            return item;
        }, bound: 50);

    private static string Qualifier(RestRequest request)
    {
        var qualifier = request.Query("Qualifier");
        new MemberConstraints().Required("qualifier", qualifier).ThrowIfAny();
        return qualifier!;
    }
}
