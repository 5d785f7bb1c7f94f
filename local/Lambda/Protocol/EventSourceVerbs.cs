using System.Text.Json.Nodes;
using Canary.Local.Lambda.EventSources;

namespace Canary.Local.Lambda.Protocol;

/// <summary>The operations on event source mappings.</summary>
internal static class EventSourceVerbs
{
    private static readonly string[] Changeable = ["FunctionName", "Enabled", "BatchSize", "MaximumBatchingWindowInSeconds", "FunctionResponseTypes"];

    public static WireAnswer Create(LambdaService lambda, WireRequest request)
    {
        var body = request.Supports([.. Changeable, "EventSourceArn"]).Document;
        return Accepted(lambda.CreateEventSourceMapping(body.Text("EventSourceArn"), Read(body)));
    }

    public static WireAnswer Update(LambdaService lambda, WireRequest request) =>
        Accepted(lambda.UpdateEventSourceMapping(request.Mapping, Read(request.Supports(Changeable).Document)));

    public static WireAnswer Get(LambdaService lambda, WireRequest request)
    {
        var mapping = lambda.GetEventSourceMapping(request.Mapping);
        return WireAnswer.Json(200, Write(mapping, mapping.StateAt(lambda.Clock.GetUtcNow())));
    }

    public static WireAnswer Delete(LambdaService lambda, WireRequest request) => Accepted(lambda.DeleteEventSourceMapping(request.Mapping));

    public static WireAnswer List(LambdaService lambda, WireRequest request) => Page.Of(
        request,
        "EventSourceMappings",
        lambda.ListEventSourceMappings(request.Query("EventSourceArn"), request.Query("FunctionName")),
        mapping => Write(mapping, mapping.StateAt(lambda.Clock.GetUtcNow())));

    private static EventSourceChange Read(JsonObject body) => new(
        body.Text("FunctionName"),
        body.Integer("BatchSize"),
        body.Integer("MaximumBatchingWindowInSeconds"),
        body.Texts("FunctionResponseTypes"),
        body["Enabled"] is null ? null : body.Flag("Enabled"));

    /// <summary>The answer to a change shows it as under way, however short it is.</summary>
    private static WireAnswer Accepted(EventSourceMapping mapping) => WireAnswer.Json(202, Write(mapping, mapping.Change));

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
