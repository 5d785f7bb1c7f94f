using System.Text.Json.Nodes;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Executions;
using Canary.Local.Wire;
using Canary.StatesLanguage.Json;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>
/// <c>arn:aws:states:::events:putEvents</c>: a Detail may be an object, and every event names the execution among its resources.
/// </summary>
internal sealed class PutEventsTask(IEventBus? bus) : ITaskService
{
    /// <inheritdoc/>
    public Func<DateTimeOffset, Visit, Task<JsonNode?>> Prepare(TaskCall task)
    {
        var request = task.Parameters;
        if (bus is null)
            throw UnusableParameters.Fault(request, "There is no EventBridge in this account: give StepFunctionsService one");
        if (UnusableParameters.Members(request, ServiceIntegration.PutEvents)["Entries"] is not JsonArray entries
            || !entries.All(entry => entry is JsonObject))
            throw UnusableParameters.Fault(request, "The value for the field 'Entries' must be an ARRAY of objects");
        return (_, visit) => Task.FromResult<JsonNode?>(Put(bus, entries, visit.Execution));
    }

    private static JsonObject Put(IEventBus bus, JsonArray entries, Execution execution)
    {
        try
        {
            var answer = bus.PutEvents(new JsonArray([.. entries.Select(entry => Entry((JsonObject)entry!, execution))]));
            return (int)answer["FailedEntryCount"]! == 0
                ? answer
                : throw new StateFault("EventBridge.FailedEntry", JsonText.Write(answer));
        }
        catch (AwsException refusal)
        {
            throw new StateFault($"EventBridge.{refusal.Code}", refusal.Message);
        }
    }

    private static JsonObject Entry(JsonObject given, Execution execution)
    {
        var entry = (JsonObject)given.DeepClone();
        if (entry["Detail"] is { } detail && detail.AsString() is null) entry["Detail"] = JsonText.Write(detail);
        if (entry["Resources"] is null) entry["Resources"] = new JsonArray();
        if (entry["Resources"] is JsonArray resources)
        {
            resources.Add(execution.Machine.Arn);
            resources.Add(execution.Description.ExecutionArn);
        }
        return entry;
    }
}
