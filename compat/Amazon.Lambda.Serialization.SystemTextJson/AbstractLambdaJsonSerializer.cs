using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.Serialization.SystemTextJson.Converters;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>What the serializers have in common: their default options, and the exception that says which side of the function failed.</summary>
public abstract class AbstractLambdaJsonSerializer
{
    private readonly bool _debug = string.Equals(Environment.GetEnvironmentVariable("LAMBDA_NET_SERIALIZER_DEBUG"), "true", StringComparison.OrdinalIgnoreCase);

    /// <param name="jsonWriterCustomizer">Is handed a copy, since the options are a struct: as in the official package, what it sets is lost.</param>
    protected AbstractLambdaJsonSerializer(Action<JsonWriterOptions>? jsonWriterCustomizer)
    {
        WriterOptions = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        jsonWriterCustomizer?.Invoke(WriterOptions);
    }

    protected JsonWriterOptions WriterOptions { get; }

    /// <exception cref="JsonSerializerException">The response cannot be written.</exception>
    public void Serialize<T>(T response, Stream responseStream)
    {
        try
        {
            using var json = new MemoryStream();
            using (var writer = new Utf8JsonWriter(json, WriterOptions)) InternalSerialize(writer, response);
            json.Position = 0;
            json.CopyTo(responseStream);
            if (_debug) Console.WriteLine($"Lambda Serialize {typeof(T).FullName}: {System.Text.Encoding.UTF8.GetString(json.ToArray())}");
        }
        catch (Exception e)
        {
            throw new JsonSerializerException($"Error converting the response object of type {typeof(T).FullName} from the Lambda function to JSON: {e.Message}", e);
        }
    }

    /// <exception cref="JsonSerializerException">The request is not JSON, or not of this type.</exception>
    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            using var copy = new MemoryStream();
            requestStream.CopyTo(copy);
            var utf8Json = copy.ToArray();
            if (_debug) Console.WriteLine($"Lambda Deserialize {typeof(T).FullName}: {System.Text.Encoding.UTF8.GetString(utf8Json)}");
            return InternalDeserialize<T>(utf8Json);
        }
        catch (Exception e)
        {
            var asked = typeof(T) == typeof(string)
                ? "a string. JSON strings must be quoted, for example \"Hello World\" in order to be converted to a string"
                : $"type {typeof(T).FullName}";
            throw new JsonSerializerException($"Error converting the Lambda event JSON payload to {asked}: {e.Message}", e);
        }
    }

    protected virtual JsonSerializerOptions CreateDefaultJsonSerializationOptions() => new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNameCaseInsensitive = true,
        PropertyNamingPolicy = new AwsNamingPolicy(),
        Converters = { new DateTimeConverter(), new MemoryStreamConverter(), new ByteArrayConverter() },
    };

    protected abstract void InternalSerialize<T>(Utf8JsonWriter writer, T response);

    protected abstract T InternalDeserialize<T>(byte[] utf8Json);
}
