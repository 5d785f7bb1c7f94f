using System.Text;
using System.Text.Json.Nodes;
using Canary.StatesLanguage;
using Canary.StatesLanguage.Json;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>What a Task asks of Lambda.</summary>
/// <param name="Function">Name or ARN.</param>
/// <param name="Qualifier">Version or alias; null for what the name itself says.</param>
/// <param name="Payload">The event, as JSON.</param>
internal sealed record LambdaRequest(string Function, string? Qualifier, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The request of a Task whose resource is the function.</summary>
    /// <param name="arn">With or without a qualifier.</param>
    /// <param name="payload">The event, as JSON.</param>
    public static LambdaRequest Of(string arn, string payload) => new(arn, null, Encoding.UTF8.GetBytes(payload));

    /// <summary>Reads a request.</summary>
    /// <exception cref="RuntimeFault">A member is missing, unknown or of the wrong type.</exception>
    public static LambdaRequest Read(JsonNode? request)
    {
        var members = UnusableParameters.Members(request, ServiceIntegration.Invoke);
        // As AWS does: a string is the event's JSON text itself, and null is an empty event.
        var payload = members[nameof(Payload)] is not { } node ? "{}"u8.ToArray()
            : node.AsString() is { } text ? Encoding.UTF8.GetBytes(text)
            : JsonText.Bytes(node);
        return new LambdaRequest(Text(members, "FunctionName")!, Text(members, "Qualifier"), payload);
    }

    private static string? Text(JsonObject members, string name)
    {
        if (!members.TryGetPropertyValue(name, out var node)) return null;
        return node.AsString() ?? throw UnusableParameters.Fault(members, $"The value for the field '{name}' must be a STRING");
    }
}
