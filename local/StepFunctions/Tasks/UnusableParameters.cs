using System.Text.Json.Nodes;
using Canary.StatesLanguage;
using Canary.StatesLanguage.Json;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>How AWS refuses a task's request before it calls the service.</summary>
internal static class UnusableParameters
{
    /// <param name="request">The parameters.</param>
    /// <param name="why">What is wrong with them.</param>
    public static RuntimeFault Fault(JsonNode? request, string why) =>
        new($"The Parameters '{JsonText.Write(request)}' could not be used to start the Task: [{why}]");

    /// <summary>The request as an object with members that the integration knows.</summary>
    /// <exception cref="RuntimeFault">It is none, or has others.</exception>
    public static JsonObject Members(JsonNode? request, ServiceIntegration resource)
    {
        if (request is not JsonObject members) throw Fault(request, "They must be a JSON object");
        foreach (var (name, _) in members)
            if (!resource.Request.Contains(name))
                throw Fault(members, $"The field '{name}' is not supported by Step Functions in Canary.Local");
        return members[resource.Required] is null
            ? throw Fault(members, $"The field '{resource.Required}' is required but was missing")
            : members;
    }
}
