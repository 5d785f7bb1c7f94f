using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Lambda.Api;

/// <summary>Functions and aliases as Lambda's documents.</summary>
internal static class LambdaDocument
{
    private static readonly string[] StateMembers =
        ["State", "StateReason", "StateReasonCode", "LastUpdateStatus", "LastUpdateStatusReason", "LastUpdateStatusReasonCode"];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Bytes(JsonNode node) => JsonSerializer.SerializeToUtf8Bytes(node, Plain);

    public static JsonObject Of(FunctionConfiguration configuration)
    {
        var definition = configuration.Definition;
        var json = new JsonObject
        {
            ["FunctionName"] = definition.Name,
            ["FunctionArn"] = configuration.FunctionArn,
            ["Runtime"] = definition.Runtime,
            ["Role"] = definition.Role,
            ["Handler"] = definition.Handler,
            ["CodeSize"] = configuration.CodeSize,
            ["Description"] = definition.Description,
            ["Timeout"] = definition.TimeoutSeconds,
            ["MemorySize"] = definition.MemoryMb,
            ["LastModified"] = configuration.LastModified.UtcDateTime.ToString(
                "yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
            ["CodeSha256"] = configuration.CodeSha256,
            ["Version"] = configuration.Version,
            ["TracingConfig"] = new JsonObject { ["Mode"] = "PassThrough" },
            ["RevisionId"] = configuration.RevisionId,
            ["State"] = configuration.State,
            ["PackageType"] = definition.IsImage ? "Image" : "Zip",
            ["Architectures"] = new JsonArray(definition.Architecture),
            ["EphemeralStorage"] = new JsonObject { ["Size"] = 512 },
            ["SnapStart"] = SnapStart(configuration),
            ["LoggingConfig"] = new JsonObject { ["LogFormat"] = "Text", ["LogGroup"] = $"/aws/lambda/{definition.Name}" },
        };
        if (definition.IsImage && json.Remove("Runtime")) json.Remove("Handler");
        if (definition.IsDurable)
            json["DurableConfig"] = new JsonObject { ["RetentionPeriodInDays"] = 14, ["ExecutionTimeout"] = 86_400 };
        if (definition.Vpc is { } vpc) json["VpcConfig"] = Vpc(vpc);
        if (definition.Environment.Count > 0)
            json["Environment"] = new JsonObject { ["Variables"] = Map(definition.Environment, value => value) };
        if (definition.DeadLetterTarget is { } target) json["DeadLetterConfig"] = new JsonObject { ["TargetArn"] = target };
        AddIfAny(json, "StateReason", configuration.StateReason);
        AddIfAny(json, "StateReasonCode", configuration.StateReasonCode);
        AddIfAny(json, "LastUpdateStatus", configuration.LastUpdateStatus);
        AddIfAny(json, "LastUpdateStatusReason", configuration.LastUpdateStatusReason);
        AddIfAny(json, "LastUpdateStatusReasonCode", configuration.LastUpdateStatusReasonCode);
        return json;
    }

    /// <summary>As lists show it: without its state.</summary>
    public static JsonObject Listed(FunctionConfiguration configuration)
    {
        var json = Of(configuration);
        foreach (var name in StateMembers) json.Remove(name);
        return json;
    }

    public static JsonObject Of(AliasConfiguration alias)
    {
        var json = new JsonObject
        {
            ["AliasArn"] = alias.AliasArn,
            ["Name"] = alias.Name,
            ["FunctionVersion"] = alias.FunctionVersion,
            ["Description"] = alias.Description,
            ["RevisionId"] = alias.RevisionId,
        };
        if (alias.Weights is { } weights)
            json["RoutingConfig"] = new JsonObject { ["AdditionalVersionWeights"] = Map(weights, weight => weight) };
        return json;
    }

    public static JsonObject Of(ProvisionedConcurrencyConfig provisioned)
    {
        var json = new JsonObject
        {
            ["RequestedProvisionedConcurrentExecutions"] = provisioned.Requested,
            ["AvailableProvisionedConcurrentExecutions"] = provisioned.Allocated,
            ["AllocatedProvisionedConcurrentExecutions"] = provisioned.Allocated,
            ["Status"] = provisioned.Status,
            ["LastModified"] = provisioned.LastModified.UtcDateTime.ToString(
                "yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture),
        };
        AddIfAny(json, "StatusReason", provisioned.StatusReason);
        return json;
    }

    private static JsonObject SnapStart(FunctionConfiguration configuration)
    {
        var isOn = configuration.Definition.SnapStart;
        var isSnapshot = isOn && configuration is { Version: not "$LATEST", State: "Active" };
        return new JsonObject
        {
            ["ApplyOn"] = isOn ? "PublishedVersions" : "None",
            ["OptimizationStatus"] = isSnapshot ? "On" : "Off",
        };
    }

    private static JsonObject Vpc(VpcConfig vpc) => new()
    {
        ["SubnetIds"] = new JsonArray([.. vpc.SubnetIds]),
        ["SecurityGroupIds"] = new JsonArray([.. vpc.SecurityGroupIds]),
        ["VpcId"] = "vpc-00000000000000000",
        ["Ipv6AllowedForDualStack"] = false,
    };

    private static JsonObject Map<T>(IReadOnlyDictionary<string, T> map, Func<T, JsonNode?> node) =>
        new(map.Select(entry => KeyValuePair.Create(entry.Key, node(entry.Value))));

    private static void AddIfAny(JsonObject json, string name, string? value)
    {
        if (value is not null) json[name] = value;
    }
}
