using System.Text.Json.Nodes;

namespace Canary.Local.Tests.StepFunctions.Api;

/// <summary>Versions and aliases over the wire, member by member as AWS was recorded to answer.</summary>
public sealed class MachineVersionApiTests : IAsyncLifetime
{
    private const string Machine = "arn:aws:states:us-east-1:123456789012:stateMachine:m";
    private const string Definition = """{"StartAt":"A","States":{"A":{"Type":"Wait","Seconds":90,"End":true}}}""";

    private readonly Workflows _workflows = new();
    private StepFunctionsWire _wire = null!;

    public async ValueTask InitializeAsync() => _wire = await StepFunctionsWire.StartAsync(_workflows);

    public ValueTask DisposeAsync() => _wire.DisposeAsync();

    [Fact]
    public async Task Versions_OverTheWire_ArePublishedListedAndDeleted()
    {
        Assert.Equal(
            $$"""{"stateMachineArn":"{{Machine}}","creationDate":1767225600,"stateMachineVersionArn":"{{Machine}}:1"}""",
            await CreateAsync(""" "publish":true,"versionDescription":"First." """));
        Assert.Equal(
            $$"""{"creationDate":1767225600,"stateMachineVersionArn":"{{Machine}}:1"}""",
            await CallAsync("PublishStateMachineVersion", $$"""{"stateMachineArn":"{{Machine}}"}"""));
        var updated = JsonNode.Parse(await CallAsync(
            "UpdateStateMachine",
            $$"""{"stateMachineArn":"{{Machine}}","roleArn":"{{Workflows.Role}}2","publish":true}"""))!.AsObject();
        Assert.Equal(["updateDate", "revisionId", "stateMachineVersionArn"], updated.Select(member => member.Key));
        Assert.Equal(
            $$$"""
            {"stateMachineVersions":[{"stateMachineVersionArn":"{{{Machine}}}:2","creationDate":1767225600},
            {"stateMachineVersionArn":"{{{Machine}}}:1","creationDate":1767225600}]}
            """.ReplaceLineEndings(""),
            await CallAsync("ListStateMachineVersions", $$"""{"stateMachineArn":"{{Machine}}"}"""));
        var first = JsonNode.Parse(await CallAsync("DescribeStateMachine", $$"""{"stateMachineArn":"{{Machine}}:1"}"""))!;
        Assert.Equal(
            ("First.", $"{Machine}:1", Workflows.Role),
            ((string)first["description"]!, (string)first["stateMachineArn"]!, (string)first["roleArn"]!));
        Assert.Equal(
            "{}", await CallAsync("DeleteStateMachineVersion", $$"""{"stateMachineVersionArn":"{{Machine}}:1"}"""));
    }

    [Fact]
    public async Task ADescriptionWithoutPublish_IsRefused() => Assert.Contains(
        "Version description can only be set when publish is true",
        await CreateAsync(""" "versionDescription":"First." """),
        StringComparison.Ordinal);

    [Fact]
    public async Task Aliases_OverTheWire_AreCreatedStartedDescribedListedAndDeleted()
    {
        await CreateAsync(""" "publish":true """);
        var routes = $$"""[{"stateMachineVersionArn":"{{Machine}}:1","weight":100}]""";

        Assert.Equal(
            $$"""{"stateMachineAliasArn":"{{Machine}}:live","creationDate":1767225600}""",
            await CallAsync("CreateStateMachineAlias", $$"""{"name":"live","routingConfiguration":{{routes}}}"""));
        Assert.Equal(
            """{"updateDate":1767225600}""",
            await CallAsync("UpdateStateMachineAlias", $$"""{"stateMachineAliasArn":"{{Machine}}:live","description":"d"}"""));
        Assert.Equal(
            $$"""
            {"stateMachineAliasArn":"{{Machine}}:live","name":"live","routingConfiguration":{{routes}},
            "creationDate":1767225600,"updateDate":1767225600,"description":"d"}
            """.ReplaceLineEndings(""),
            await CallAsync("DescribeStateMachineAlias", $$"""{"stateMachineAliasArn":"{{Machine}}:live"}"""));
        Assert.Equal(
            $$"""{"stateMachineAliases":[{"stateMachineAliasArn":"{{Machine}}:live","creationDate":1767225600}]}""",
            await CallAsync("ListStateMachineAliases", $$"""{"stateMachineArn":"{{Machine}}"}"""));
        await CallAsync("StartExecution", $$"""{"stateMachineArn":"{{Machine}}:live","name":"one"}""");
        var execution = "arn:aws:states:us-east-1:123456789012:execution:m:one";
        var described = JsonNode.Parse(await CallAsync("DescribeExecution", $$"""{"executionArn":"{{execution}}"}"""))!;
        var listed = JsonNode.Parse(await CallAsync("ListExecutions", $$"""{"stateMachineArn":"{{Machine}}"}"""))!;
        Assert.All(
            [described, listed["executions"]![0]!],
            one => Assert.Equal(
                (Machine, $"{Machine}:1", $"{Machine}:live"),
                ((string)one["stateMachineArn"]!, (string)one["stateMachineVersionArn"]!, (string)one["stateMachineAliasArn"]!)));
        Assert.Contains(
            $$"""
            "stateMachineAliasArn":"{{Machine}}:live","stateMachineVersionArn":"{{Machine}}:1"
            """,
            await CallAsync("GetExecutionHistory", $$"""{"executionArn":"{{execution}}"}"""),
            StringComparison.Ordinal);
        Assert.Equal(
            "{}", await CallAsync("DeleteStateMachineAlias", $$"""{"stateMachineAliasArn":"{{Machine}}:live"}"""));
    }

    private Task<string> CreateAsync(string more)
    {
        var request = new JsonObject { ["name"] = "m", ["definition"] = Definition, ["roleArn"] = Workflows.Role };
        return CallAsync("CreateStateMachine", $"{request.ToJsonString()[..^1]},{more}}}");
    }

    private async Task<string> CallAsync(string operation, string body)
    {
        using var answer = await _wire.SendAsync(operation, body, signed: true);
        return await answer.Content.ReadAsStringAsync();
    }
}
