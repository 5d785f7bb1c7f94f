using System.Text.Json.Nodes;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.StepFunctions.Api;

/// <summary>GetExecutionHistory.</summary>
internal static class HistoryOperations
{
    public static JsonObject GetExecutionHistory(StepFunctionsService service, Members members)
    {
        var (arn, maxResults, token) =
            (members.Required("executionArn"), members.Whole("maxResults") ?? 0, members.Text("nextToken"));
        var (reverse, data) = (members.Flag("reverseOrder") ?? false, members.Flag("includeExecutionData") ?? true);
        members.RefuseOthers();
        return Document.Of("events", service.GetExecutionHistory(arn, reverse, maxResults, token), one => Write(one, data));
    }

    private static JsonObject Write(HistoryEvent one, bool data)
    {
        var document = new JsonObject
        {
            ["timestamp"] = Document.Date(one.Timestamp),
            ["type"] = one.Type,
            ["id"] = one.Id,
            ["previousEventId"] = one.PreviousEventId,
        };
        // The one event whose details have no member in AWS's model.
        return one.Type == "LambdaFunctionStarted" ? document : document.With(DetailsOf(one.Type), Write(one.Details, data));
    }

    private static string DetailsOf(string type) => type switch
    {
        _ when type.EndsWith("StateEntered", StringComparison.Ordinal) => "stateEnteredEventDetails",
        _ when type.EndsWith("StateExited", StringComparison.Ordinal) => "stateExitedEventDetails",
        _ => $"{char.ToLowerInvariant(type[0])}{type[1..]}EventDetails",
    };

    private static JsonObject Write(EventDetails details, bool data)
    {
        var document = new JsonObject()
            .With("name", details.Name)
            .With("resourceType", details.ResourceType)
            .With("resource", details.Resource)
            .With("region", details.Region)
            .With("timeoutInSeconds", details.TimeoutInSeconds)
            .With("heartbeatInSeconds", details.HeartbeatInSeconds)
            .With("redriveCount", details.RedriveCount)
            .With("roleArn", details.RoleArn)
            .With("stateMachineAliasArn", details.StateMachineAliasArn)
            .With("stateMachineVersionArn", details.StateMachineVersionArn)
            .With("error", details.Error)
            .With("cause", details.Cause);
        return data
            ? document.With("parameters", details.Parameters).Data("input", details.Input).Data("output", details.Output)
            : document;
    }

    private static JsonObject Data(this JsonObject document, string name, string? json) =>
        document.With(name, json).With($"{name}Details", json is null ? null : new JsonObject { ["truncated"] = false });
}
