using System.Globalization;
using System.Text.Json.Nodes;
using Canary.Local.Lambda.Catalog;

namespace Canary.Local.Lambda.Protocol;

/// <summary>The operations on function URLs.</summary>
internal static class FunctionUrlVerbs
{
    public static WireAnswer Create(LambdaService lambda, WireRequest request)
    {
        var body = request.Supports("AuthType", "InvokeMode").Document;
        new Constraints().Present("authType", body["AuthType"]).Check();
        var url = lambda.CreateFunctionUrl(request.Function, request.Query("Qualifier"), body.Text("AuthType")!, body.Text("InvokeMode"));
        var document = Write(url);
        document.Remove("LastModifiedTime");
        if (body["InvokeMode"] is null) document.Remove("InvokeMode");
        return WireAnswer.Json(201, document);
    }

    public static WireAnswer Update(LambdaService lambda, WireRequest request)
    {
        var body = request.Supports("AuthType", "InvokeMode").Document;
        var url = lambda.UpdateFunctionUrl(request.Function, request.Query("Qualifier"), body.Text("AuthType"), body.Text("InvokeMode"));
        var document = Write(url);
        if (body["InvokeMode"] is null) document.Remove("InvokeMode");
        return WireAnswer.Json(200, document);
    }

    public static WireAnswer Get(LambdaService lambda, WireRequest request) =>
        WireAnswer.Json(200, Write(lambda.GetFunctionUrl(request.Function, request.Query("Qualifier"))));

    public static WireAnswer List(LambdaService lambda, WireRequest request) =>
        Page.Of(request, "FunctionUrlConfigs", lambda.ListFunctionUrls(request.Function), Write, bound: 50);

    public static WireAnswer Delete(LambdaService lambda, WireRequest request)
    {
        lambda.DeleteFunctionUrl(request.Function, request.Query("Qualifier"));
        return new WireAnswer(204);
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

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
