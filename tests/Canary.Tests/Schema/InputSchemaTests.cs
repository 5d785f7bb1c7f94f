using System.Text.Json;
using System.Text.Json.Nodes;
using Canary.Tests.Rollouts;
using Json.Schema;

namespace Canary.Tests.Schema;

public class InputSchemaTests
{
    private const string Good = """ "functionName": "orders", "aliasName": "live", "deploymentConfig": "AllAtOnce" """;
    private const string Source = """ "namespace": "n", "metricName": "m", "stat": "Sum", "dimensions": { "v": "{version}" } """;
    private const string Metric = $$""" "name": "a", "kind": "value", "direction": "increase", "expression": "m1" """;

    /// <summary>Every object of the input: where the schema has its fields, and an input that gives it one more.</summary>
    public static TheoryData<string, string> Objects => new()
    {
        { "", $$"""{ {{Good}}, FIELD }""" },
        { "/$defs/step", """{ "functionName": "f", "aliasName": "a", "steps": [{ "weight": 10, "bakeSeconds": 60, FIELD }] }""" },
        { "/properties/hooks", $$"""{ {{Good}}, "hooks": { "beforeAllowTraffic": "hook", FIELD } }""" },
        { "/$defs/hook/anyOf/1", $$"""{ {{Good}}, "hooks": { "beforeAllowTraffic": { "functionName": "hook", FIELD } } }""" },
        { "/$defs/analysis", $$"""{ {{Good}}, "analysis": { FIELD } }""" },
        { "/$defs/tolerance", $$"""{ {{Good}}, "analysis": { "errors": { FIELD } } }""" },
        { "/$defs/tolerance", $$"""{ {{Good}}, "analysis": { "latency": { FIELD } } }""" },
        {
            "/$defs/metric",
            $$"""{ {{Good}}, "analysis": { "metrics": [{ {{Metric}}, "sources": { "m1": { {{Source}} } }, FIELD }] } }"""
        },
        {
            "/$defs/source",
            $$"""{ {{Good}}, "analysis": { "metrics": [{ {{Metric}}, "sources": { "m1": { {{Source}}, FIELD } } }] } }"""
        },
    };

    [Theory]
    [MemberData(nameof(Objects))]
    public void Schema_EachObject_HasTheFieldsThatTheReaderKnows(string place, string input)
    {
        const string list = "The fields are ";
        var fault = Assert.Single(Given.Read(input.Replace("FIELD", "\"nobody\": 1", StringComparison.Ordinal)).Faults);
        var known = fault[(fault.IndexOf(list, StringComparison.Ordinal) + list.Length)..].TrimEnd('.').Split(", ");

        var told = FieldsOf(place).Select(field => field.Key).Except(["AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID", "$schema"]);

        Assert.Equal(known.Order(), told.Order());
    }

    [Fact]
    public void Schema_EachObjectWithFields_IsHeldToTheReader() => Assert.Equal(
        SchemaFile.Input.Objects().Where(HasFields).Select(part => part.Pointer).Order(),
        Objects.Select(one => one.Data.Item1).Distinct().Order());

    [Fact]
    public void Schema_EachDefault_ReadsAsIfItWereLeftOut()
    {
        var defaults = (from one in Objects.Select(one => one.Data)
                        from field in FieldsOf(one.Item1)
                        where field.Value is JsonObject && field.Value["default"] is not null
                        select (Input: one.Item2, Name: field.Key, Value: field.Value!["default"]!.ToJsonString())).ToList();

        Assert.Equal(SchemaFile.Input.Objects().Count(part => part.Value.ContainsKey("default")), defaults.Count);
        Assert.All(defaults, one =>
        {
            var beside = Beside(one.Name);
            Assert.Equal(Read(one.Input, beside), Read(one.Input, $"{beside}\"{one.Name}\": {one.Value}"));
        });
    }

    [Fact]
    public void Schema_EachExampleAndDefault_IsValid()
    {
        var values =
            from part in SchemaFile.Input.Objects()
            let defaults = part.Value["default"] is { } value ? new[] { value } : []
            from example in (part.Value["examples"] as JsonArray ?? []).Concat(defaults)
            select (part.Pointer, Value: example);

        Assert.All(values, one =>
            Assert.True(SchemaFile.Input.PartAccepts(one.Pointer, one.Value), $"{one.Pointer}: {one.Value?.ToJsonString()}"));
        Assert.All(
            SchemaFile.Input.Json["examples"]!.AsArray(),
            example => Assert.Empty(Given.Read(example!.ToJsonString()).Faults));
    }

    [Fact]
    public void Schema_EachField_SaysWhatItIs()
    {
        var fields = SchemaFile.Input.Objects().Where(HasFields).SelectMany(part => FieldsOf(part.Pointer));

        Assert.All(fields, field => Assert.True(Says(field.Value!, "title") && Says(field.Value!, "description"), field.Key));
    }

    [Fact]
    public void Schema_Itself_IsOneOfDraft202012()
    {
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", SchemaFile.Input.Json["$schema"]!.GetValue<string>());
        Assert.True(MetaSchemas.Draft202012.Evaluate(JsonSerializer.SerializeToElement(SchemaFile.Input.Json)).IsValid);
    }

    private static bool HasFields((string, JsonObject Value) part) => part.Value["additionalProperties"] is JsonValue;

    private static JsonObject FieldsOf(string pointer) => At(pointer)["properties"]!.AsObject();

    // Two fields of the analysis have a meaning only beside another.
    private static string Beside(string name) => name switch
    {
        "afterWait" => "\"onInconclusive\": \"wait\", ",
        "approvalSeconds" => "\"onInconclusive\": \"approve\", ",
        _ => "",
    };

    private static string Read(string input, string field)
    {
        var given = field.TrimEnd(',', ' ');
        var (request, faults) = Given.Read(input.Replace(given.Length > 0 ? "FIELD" : ", FIELD", given, StringComparison.Ordinal)
            .Replace("FIELD", given, StringComparison.Ordinal));
        return string.Join('\n', faults.Append(JsonSerializer.Serialize(request)));
    }

    private static bool Says(JsonNode field, string what) =>
        field[what] is not null || (field["$ref"] is { } there && At(there.GetValue<string>().TrimStart('#'))[what] is not null);

    private static JsonObject At(string pointer) => SchemaFile.Input.Objects().Single(part => part.Pointer == pointer).Value;
}
