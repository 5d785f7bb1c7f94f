using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Canary.Wording;

namespace Canary.Rollouts;

/// <summary>The JSON of the rollout's document, as it stands in an execution's history and at its end.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Rollout))]
public sealed partial class RolloutJson : JsonSerializerContext
{
    /// <summary>Text as it is, not escaped for a web page: what Step Functions stores and shows.</summary>
    public static RolloutJson Relaxed { get; } = new(Configure(new JsonSerializerOptions()));

    /// <summary>Sets the options that Canary's JSON is meant for, where a serializer brings its own.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // An input or an answer that nests deeply is refused in words, not by the parser:
        // Step Functions itself takes a thousand levels.
        options.MaxDepth = 1_100;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new UtcTimeJsonConverter());
        return options;
    }
}
