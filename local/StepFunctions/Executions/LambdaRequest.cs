using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.StepFunctions.Language;

namespace Canary.Local.StepFunctions.Executions;

/// <summary>A request of the lambda:invoke integration.</summary>
/// <param name="Function">Name or ARN.</param>
/// <param name="Qualifier">Version or alias; null for what the name itself says.</param>
/// <param name="Payload">The event, as JSON.</param>
internal sealed record LambdaRequest(string Function, string? Qualifier, ReadOnlyMemory<byte> Payload)
{
    /// <summary>Reads a request.</summary>
    /// <exception cref="RuntimeFault">A member is missing, unknown or of the wrong type.</exception>
    public static LambdaRequest Read(JsonNode? request)
    {
        if (request is not JsonObject members) throw Unusable(request, "They must be a JSON object");
        foreach (var (name, _) in members)
            if (!TaskParser.Request.Contains(name)) throw Unusable(members, $"The field '{name}' is not supported by Step Functions in Canary.Local");
        var payload = members.TryGetPropertyValue(nameof(Payload), out var node) ? JsonText.Write(node) : "{}";
        return new LambdaRequest(
            Text(members, "FunctionName") ?? throw Unusable(members, "The field 'FunctionName' is required but was missing"),
            Text(members, "Qualifier"),
            Encoding.UTF8.GetBytes(payload));
    }

    private static string? Text(JsonObject members, string name)
    {
        if (!members.TryGetPropertyValue(name, out var node)) return null;
        return node.AsString() ?? throw Unusable(members, $"The value for the field '{name}' must be a STRING");
    }

    private static RuntimeFault Unusable(JsonNode? request, string why) =>
        new($"The Parameters '{JsonText.Write(request)}' could not be used to start the Task: [{why}]");
}
