using System.Globalization;
using System.Text.Json.Nodes;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Api;

/// <summary>The operations on function URLs.</summary>
internal static class FunctionUrlOperations
{
    public static RestAnswer CreateFunctionUrlConfig(LambdaService lambda, RestRequest request)
    {
        var body = request.Supports("AuthType", "InvokeMode").Document;
        new MemberConstraints().Required("authType", body["AuthType"]).ThrowIfAny();
        var url = lambda.CreateFunctionUrl(
            request.Function, request.Query("Qualifier"), body.Text("AuthType")!, body.Text("InvokeMode"));
        var document = Write(url);
        document.Remove("LastModifiedTime");
        if (body["InvokeMode"] is null) document.Remove("InvokeMode");
        return RestAnswer.Json(201, document);
    }

    public static RestAnswer UpdateFunctionUrlConfig(LambdaService lambda, RestRequest request)
    {
        var body = request.Supports("AuthType", "InvokeMode").Document;
        var url = lambda.UpdateFunctionUrl(
            request.Function, request.Query("Qualifier"), body.Text("AuthType"), body.Text("InvokeMode"));
        var document = Write(url);
        if (body["InvokeMode"] is null) document.Remove("InvokeMode");
        return RestAnswer.Json(200, document);
    }

    public static RestAnswer GetFunctionUrlConfig(LambdaService lambda, RestRequest request) =>
        RestAnswer.Json(200, Write(lambda.GetFunctionUrl(request.Function, request.Query("Qualifier"))));

    public static RestAnswer ListFunctionUrlConfigs(LambdaService lambda, RestRequest request) =>
        MarkerPage.Of(request, "FunctionUrlConfigs", lambda.ListFunctionUrls(request.Function), Write, bound: 50);

    public static RestAnswer DeleteFunctionUrlConfig(LambdaService lambda, RestRequest request)
    {
        lambda.DeleteFunctionUrl(request.Function, request.Query("Qualifier"));
        return new RestAnswer(204);
    }

    private static JsonObject Write(FunctionUrl url) => new()
    {
        ["FunctionUrl"] = url.Url,
        ["FunctionArn"] = url.FunctionArn,
        ["AuthType"] = url.AuthType,
        ["CreationTime"] = Moment(url.Created),
        ["LastModifiedTime"] = Moment(url.Modified),
        ["InvokeMode"] = url.InvokeMode,
    };

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
