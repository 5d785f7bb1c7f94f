using Amazon.Lambda.Serialization.SystemTextJson;

namespace Canary.Functions;

/// <summary>Lambda's serializer with the options that the rollout's document is meant for: the serializer brings its own, so they are set here too.</summary>
public sealed class RolloutSerializer() : SourceGeneratorLambdaJsonSerializer<CanaryJson>(options => CanaryJson.Configure(options));
