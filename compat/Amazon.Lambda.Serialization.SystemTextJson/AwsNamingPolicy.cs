using System.Text.Json;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Leaves names as they are, but for two that AWS events spell in a way of their own.</summary>
/// <param name="fallbackNamingPolicy">Names all the others; null leaves them as they are.</param>
public class AwsNamingPolicy(JsonNamingPolicy? fallbackNamingPolicy) : JsonNamingPolicy
{
    public AwsNamingPolicy()
        : this(null)
    {
    }

    public override string ConvertName(string name) => name switch
    {
        "XAmzId2" => "x-amz-id-2",
        "XAmzRequestId" => "x-amz-request-id",
        _ => fallbackNamingPolicy?.ConvertName(name) ?? name,
    };
}
