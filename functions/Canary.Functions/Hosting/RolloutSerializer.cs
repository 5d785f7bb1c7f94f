using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Canary.Errors;
using Canary.Rollouts;

namespace Canary.Functions.Hosting;

/// <summary>
/// Lambda's serializer with the options that the rollout's document is meant for: the serializer brings its own,
/// so they are set here too. A document that is not the Lambda's own is refused here, once for all of them, in a sentence.
/// </summary>
public sealed class RolloutSerializer : ILambdaSerializer
{
    private readonly SourceGeneratorLambdaJsonSerializer<CanaryJson> _json = new(options => RolloutJson.Configure(options));

    /// <exception cref="ForeignDocument">It is not what this Lambda takes.</exception>
    public T Deserialize<T>(Stream requestStream)
    {
        ArgumentNullException.ThrowIfNull(requestStream);
        using var copy = new MemoryStream();
        requestStream.CopyTo(copy);
        copy.Position = 0;
        T? input;
        try
        {
            input = _json.Deserialize<T>(copy);
        }
        catch (JsonSerializerException fault)
        {
            throw Documents.Foreign<T>(
                copy.GetBuffer().AsSpan(0, (int)copy.Length), (fault.InnerException as JsonException)?.Path);
        }
        Documents.Ensure(input, copy.GetBuffer().AsSpan(0, (int)copy.Length));
        return input!;
    }

    /// <inheritdoc />
    public void Serialize<T>(T response, Stream responseStream) => _json.Serialize(response, responseStream);
}
