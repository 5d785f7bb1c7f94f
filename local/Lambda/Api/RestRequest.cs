using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Local.Faults;
using Canary.Local.Lambda.Errors;
using Canary.Local.Wire;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.Lambda.Api;

/// <summary>One request: the names in its path, its query, its headers and its body.</summary>
internal sealed class RestRequest(
    string operation,
    IReadOnlyDictionary<string, string> path,
    IQueryCollection query,
    IHeaderDictionary headers,
    ReadOnlyMemory<byte> body)
{
    private static readonly Dictionary<string, string> Defaults = new()
    {
        ["PackageType"] = "\"Zip\"",
        ["TracingConfig"] = "{\"Mode\":\"PassThrough\"}",
        ["EphemeralStorage"] = "{\"Size\":512}",
        ["SnapStart"] = "{\"ApplyOn\":\"None\"}",
        ["Layers"] = "[]",
        ["Tags"] = "{}",
        ["DryRun"] = "false",
        ["VpcConfig"] = "{\"SubnetIds\":[],\"SecurityGroupIds\":[]}",
    };

    /// <summary>The structures of which this Lambda reads members, and those members.</summary>
    private static readonly Dictionary<string, string> Nested = new()
    {
        ["RoutingConfig"] = "AdditionalVersionWeights",
        ["Environment"] = "Variables",
        ["DeadLetterConfig"] = "TargetArn",
        ["SnapStart"] = "ApplyOn",
    };

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private JsonObject? _document;

    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>The function that the path names.</summary>
    public string Function => path["FunctionName"];

    /// <summary>The alias that the path names.</summary>
    public string Alias => path["Name"];

    /// <summary>The statement that the path names.</summary>
    public string Statement => path["StatementId"];

    /// <summary>The event source mapping that the path names.</summary>
    public string Mapping => path["UUID"];

    /// <summary>Set if this read is to answer as before the last write.</summary>
    public StaleRead? Stale { get; init; }

    public JsonObject Document => _document ??= Parse();

    public string? Query(string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;

    public string? Header(string name) => headers.TryGetValue(name, out var value) ? value.ToString() : null;

    /// <summary>
    /// Refuses members that this Lambda would have to ignore. One that only spells out AWS's default is none of them.
    /// </summary>
    public RestRequest Supports(params ReadOnlySpan<string> members)
    {
        foreach (var (name, value) in Document)
        {
            if (value is null) continue;
            if (members.Contains(name))
            {
                RefuseOthersIn(name, value);
                continue;
            }
            if (Defaults.TryGetValue(name, out var text) && JsonNode.DeepEquals(value, JsonNode.Parse(text))) continue;
            throw LambdaErrors.Unsupported($"{name} of {operation} with {value.ToJsonString()}");
        }
        return this;
    }

    public RestRequest RefuseQuery(string name) =>
        Query(name) is { } value ? throw LambdaErrors.Unsupported($"{name} of {operation} with '{value}'") : this;

    public RestRequest RefuseHeader(string name) =>
        Header(name) is { } value ? throw LambdaErrors.Unsupported($"the header {name} of {operation} with '{value}'") : this;

    private void RefuseOthersIn(string name, JsonNode value)
    {
        if (value is not JsonObject structure || !Nested.TryGetValue(name, out var known)) return;
        foreach (var (member, inner) in structure)
        {
            if (member != known && inner is not null)
                throw LambdaErrors.Unsupported($"{name}.{member} of {operation} with {inner.ToJsonString()}");
        }
    }

    private JsonObject Parse()
    {
        if (Body.IsEmpty) return [];
        try
        {
            RequireReadableTexts();
            return JsonNode.Parse(Body.Span, documentOptions: Strict) as JsonObject
                ?? throw CommonErrors.Serialization("Start of structure or map found where not expected.");
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw CommonErrors.Serialization($"Could not parse request body into json: {fault.Message}");
        }
    }

    /// <summary>A half of a surrogate pair passes the parser and would fail only where a verb reads the text.</summary>
    /// <exception cref="InvalidOperationException">A name or a text is no Unicode.</exception>
    private void RequireReadableTexts()
    {
        var reader = new Utf8JsonReader(Body.Span);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String) _ = reader.GetString();
        }
    }
}
