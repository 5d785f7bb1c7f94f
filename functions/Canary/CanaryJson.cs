using System.Text.Json;
using System.Text.Json.Serialization;
using Canary.Answers;
using Canary.Executions;
using Canary.News;
using Canary.Planning;
using Canary.Rollouts;
using Canary.States;

namespace Canary;

/// <summary>The JSON of everything that crosses the wire between the state machine and its Lambdas.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(PlanRolloutInput))]
[JsonSerializable(typeof(StateInput))]
[JsonSerializable(typeof(RestoreAliasInput))]
[JsonSerializable(typeof(WordAnswer))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(Rollout))]
[JsonSerializable(typeof(IReadOnlyList<Rollout>))]
[JsonSerializable(typeof(NewsItem))]
public sealed partial class CanaryJson : JsonSerializerContext
{
    /// <summary>Text as it is, not escaped for a web page: what Step Functions stores and shows.</summary>
    public static CanaryJson Relaxed { get; } = new(RolloutJson.Configure(new JsonSerializerOptions()));
}
