using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Canary.Approvals;
using Canary.Rollouts;

namespace Canary;

/// <summary>The JSON of everything that crosses the wire between the state machine and its Lambdas.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlanRolloutInput))]
[JsonSerializable(typeof(StateInput))]
[JsonSerializable(typeof(RestoreAliasInput))]
[JsonSerializable(typeof(AwaitApprovalInput))]
[JsonSerializable(typeof(ApprovalOutput))]
[JsonSerializable(typeof(ApproveAnswer))]
[JsonSerializable(typeof(ApprovalTaskParameters))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Rollout))]
[JsonSerializable(typeof(IReadOnlyList<Rollout>))]
public sealed partial class CanaryJson : JsonSerializerContext
{
    /// <summary>Text as it is, not escaped for a web page: what Step Functions stores and shows.</summary>
    public static CanaryJson Relaxed { get; } = new(Configure(new JsonSerializerOptions()));

    /// <summary>Sets the options that this context is meant for, where a serializer brings its own.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // An input or an answer that nests deeply is refused in words, not by the parser: Step Functions itself takes a thousand levels.
        options.MaxDepth = 1_100;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new UtcTimeJsonConverter());
        return options;
    }
}
