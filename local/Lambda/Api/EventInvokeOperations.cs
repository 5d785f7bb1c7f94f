using System.Text.Json.Nodes;
using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Lambda.Api;

/// <summary>The operations on the settings of asynchronous events.</summary>
internal static class EventInvokeOperations
{
    private static readonly string[] Members = ["MaximumRetryAttempts", "MaximumEventAgeInSeconds", "DestinationConfig"];

    public static RestAnswer PutFunctionEventInvokeConfig(LambdaService lambda, RestRequest request) =>
        RestAnswer.Json(200, Write(lambda.PutEventInvokeConfig(request.Function, request.Query("Qualifier"), Read(request))));

    public static RestAnswer UpdateFunctionEventInvokeConfig(LambdaService lambda, RestRequest request) =>
        RestAnswer.Json(200, Write(lambda.UpdateEventInvokeConfig(request.Function, request.Query("Qualifier"), Read(request))));

    public static RestAnswer GetFunctionEventInvokeConfig(LambdaService lambda, RestRequest request) =>
        RestAnswer.Json(200, Write(lambda.GetEventInvokeConfig(request.Function, request.Query("Qualifier"))));

    public static RestAnswer ListFunctionEventInvokeConfigs(LambdaService lambda, RestRequest request) =>
        MarkerPage.Of(request, "FunctionEventInvokeConfigs", lambda.ListEventInvokeConfigs(request.Function), Write, bound: 50);

    public static RestAnswer DeleteFunctionEventInvokeConfig(LambdaService lambda, RestRequest request)
    {
        lambda.DeleteEventInvokeConfig(request.Function, request.Query("Qualifier"));
        return new RestAnswer(204);
    }

    private static EventInvokeConfig Read(RestRequest request)
    {
        var body = request.Supports(Members).Document;
        if (Members.All(member => body[member] is null))
            throw LambdaErrors.Invalid("You must specify at least one of error handling or destination setting.");
        var destinations = body.Structure("DestinationConfig");
        return new EventInvokeConfig(
            body.Integer("MaximumRetryAttempts"),
            body.Integer("MaximumEventAgeInSeconds"),
            destinations?.Structure("OnSuccess")?.Text("Destination"),
            destinations?.Structure("OnFailure")?.Text("Destination"));
    }

    private static JsonObject Write(EventInvokeSettings settings)
    {
        var document = new JsonObject
        {
            ["LastModified"] = settings.LastModified.ToUnixTimeMilliseconds() / 1000m,
            ["FunctionArn"] = settings.FunctionArn,
        };
        if (settings.Config.MaximumRetryAttempts is { } attempts) document["MaximumRetryAttempts"] = attempts;
        if (settings.Config.MaximumEventAgeInSeconds is { } age) document["MaximumEventAgeInSeconds"] = age;
        document["DestinationConfig"] = new JsonObject
        {
            ["OnSuccess"] = Destination(settings.Config.OnSuccess),
            ["OnFailure"] = Destination(settings.Config.OnFailure),
        };
        return document;
    }

    private static JsonObject Destination(string? arn) =>
        string.IsNullOrEmpty(arn) ? [] : new JsonObject { ["Destination"] = arn };
}
