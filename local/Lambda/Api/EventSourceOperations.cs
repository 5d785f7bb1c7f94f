using System.Text.Json.Nodes;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Lambda.Api;

/// <summary>The operations on event source mappings.</summary>
internal static class EventSourceOperations
{
    private static readonly string[] Changeable = [
        "FunctionName", "Enabled", "BatchSize", "MaximumBatchingWindowInSeconds", "FunctionResponseTypes",
    ];

    public static RestAnswer CreateEventSourceMapping(LambdaService lambda, RestRequest request)
    {
        var body = request.Supports([.. Changeable, "EventSourceArn"]).Document;
        return Accepted(lambda.CreateEventSourceMapping(body.Text("EventSourceArn"), Read(body)));
    }

    public static RestAnswer UpdateEventSourceMapping(LambdaService lambda, RestRequest request) =>
        Accepted(lambda.UpdateEventSourceMapping(request.Mapping, Read(request.Supports(Changeable).Document)));

    public static RestAnswer GetEventSourceMapping(LambdaService lambda, RestRequest request)
    {
        var mapping = lambda.GetEventSourceMapping(request.Mapping);
        return RestAnswer.Json(200, Write(mapping, mapping.StateAt(lambda.Clock.GetUtcNow())));
    }

    public static RestAnswer DeleteEventSourceMapping(LambdaService lambda, RestRequest request) =>
        Accepted(lambda.DeleteEventSourceMapping(request.Mapping));

    public static RestAnswer ListEventSourceMappings(LambdaService lambda, RestRequest request) => MarkerPage.Of(
        request,
        "EventSourceMappings",
        lambda.ListEventSourceMappings(request.Query("EventSourceArn"), request.Query("FunctionName")),
        mapping => Write(mapping, mapping.StateAt(lambda.Clock.GetUtcNow())));

    private static EventSourceUpdate Read(JsonObject body) => new(
        body.Text("FunctionName"),
        body.Integer("BatchSize"),
        body.Integer("MaximumBatchingWindowInSeconds"),
        body.Texts("FunctionResponseTypes"),
        body["Enabled"] is null ? null : body.Flag("Enabled"));

    /// <summary>The answer to a change shows it as under way, however short it is.</summary>
    private static RestAnswer Accepted(EventSourceMapping mapping) => RestAnswer.Json(202, Write(mapping, mapping.Change));

    private static JsonObject Write(EventSourceMapping mapping, string state) => new()
    {
        ["UUID"] = mapping.Id,
        ["BatchSize"] = mapping.BatchSize,
        ["MaximumBatchingWindowInSeconds"] = mapping.MaximumBatchingWindowInSeconds,
        ["EventSourceArn"] = mapping.EventSourceArn,
        ["FunctionArn"] = mapping.FunctionArn,
        ["LastModified"] = mapping.LastModified.ToUnixTimeMilliseconds() / 1000m,
        ["State"] = state,
        ["StateTransitionReason"] = "USER_INITIATED",
        ["FunctionResponseTypes"] = new JsonArray([.. mapping.FunctionResponseTypes.Select(type => JsonValue.Create(type))]),
        ["EventSourceMappingArn"] = mapping.Arn,
    };
}
