using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.Events.Api;
using Canary.Local.Gateway;

namespace Canary.Local.Tests.Events.Api;

public sealed class EventsApiTests : IAsyncLifetime
{
    private readonly Bus _bus = new();
    private readonly HttpClient _http = new();
    private AwsEndpoint _endpoint = null!;

    public async ValueTask InitializeAsync() =>
        _endpoint = await AwsEndpoint.StartAsync(new AwsRouter([new EventsApi(_bus.Service)]));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _endpoint.DisposeAsync();
        _bus.Dispose();
    }

    [Fact]
    public async Task Rule_OverTheWire_IsPutFilledFiredAndDeleted()
    {
        Assert.Equal(
            """{"RuleArn":"arn:aws:events:us-east-1:123456789012:rule/orders"}""",
            await CallAsync(
                "PutRule",
                """{"Name":"orders","EventPattern":"{\"source\":[\"shop\"]}","Description":"Orders.","State":"DISABLED"}"""));
        Assert.Equal(
            """{"FailedEntryCount":0,"FailedEntries":[]}""",
            await CallAsync("PutTargets", $$"""{"Rule":"orders","Targets":[{"Id":"1","Arn":"{{Bus.Function}}"}]}"""));
        Assert.Equal("{}", await CallAsync("EnableRule", """{"Name":"orders"}"""));
        Assert.Equal(
            """
            {"Name":"orders","Arn":"arn:aws:events:us-east-1:123456789012:rule/orders","EventPattern":"{\"source\":[\"shop\"]}",
            "State":"ENABLED",
            "Description":"Orders.","EventBusName":"default","CreatedBy":"123456789012"}
            """.ReplaceLineEndings(""),
            await CallAsync("DescribeRule", """{"Name":"orders","EventBusName":"default"}"""));
        Assert.Equal(
            $$"""{"Targets":[{"Id":"1","Arn":"{{Bus.Function}}"}]}""",
            await CallAsync("ListTargetsByRule", """{"Rule":"orders"}"""));

        var put = JsonNode.Parse(
            await CallAsync("PutEvents", """{"Entries":[{"Source":"shop","DetailType":"Order","Detail":"{}"}]}"""))!;
        Assert.Equal(
            (0, (string)Assert.Single(_bus.Received)["id"]!),
            ((int)put["FailedEntryCount"]!, (string)put["Entries"]![0]!["EventId"]!));

        Assert.Equal("{}", await CallAsync("DisableRule", """{"Name":"orders"}"""));
        Assert.Equal(
            """
            {"FailedEntryCount":1,"FailedEntries":[{"TargetId":"2","ErrorCode":"ResourceNotFoundException",
            "ErrorMessage":"Rule 'orders' does not have a target with the Id '2'."}]}
            """.ReplaceLineEndings(""),
            await CallAsync("RemoveTargets", """{"Rule":"orders","Ids":["1","2"]}"""));
        Assert.Equal("{}", await CallAsync("DeleteRule", """{"Name":"orders"}"""));
        Assert.Equal("""{"Rules":[]}""", await CallAsync("ListRules", "{}"));
    }

    [Fact]
    public async Task ListRules_InPages_IsWhole()
    {
        foreach (var name in (string[])["b-2", "a", "b-3", "b-1"])
            _bus.Service.PutRule(name, null, "rate(1 day)", isEnabled: false);

        var first = JsonNode.Parse(await CallAsync("ListRules", """{"NamePrefix":"b-","Limit":2}"""))!;
        var second = JsonNode.Parse(
            await CallAsync("ListRules", $$"""{"NamePrefix":"b-","Limit":2,"NextToken":"{{first["NextToken"]}}"}"""))!;

        Assert.Equal(["b-1", "b-2"], first["Rules"]!.AsArray().Select(rule => (string)rule!["Name"]!));
        Assert.Equal(
            """
            {"Rules":[{"Name":"b-3","Arn":"arn:aws:events:us-east-1:123456789012:rule/b-3","State":"DISABLED",
            "ScheduleExpression":"rate(1 day)",
            "EventBusName":"default"}]}
            """.ReplaceLineEndings(""),
            second.ToJsonString());
    }

    [Theory]
    [InlineData("ListRules", "NextToken", 2048)]
    [InlineData("ListRules", "NamePrefix", 64)]
    [InlineData("ListTargetsByRule", "Rule", 64)]
    [InlineData("DescribeRule", "Name", 64)]
    public async Task Member_OfTooManyCharacters_IsRefused(string operation, string member, int length)
    {
        using var response = await SendAsync(operation, $$"""{"{{member}}":"{{new string('a', length + 1)}}"}""");

        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("ValidationException", (string)error["__type"]!);
        Assert.EndsWith(
            $"failed to satisfy constraint: Member must have length less than or equal to {length}", (string)error["message"]!);
    }

    [Theory]
    [InlineData("PutRule", """{"Name":"r","RoleArn":"x","ScheduleExpression":"rate(1 day)"}""", "ValidationException",
        "Canary.Local does not support 'RoleArn' of PutRule: leave it out.")]
    [InlineData("PutRule", """{"Name":"r","EventPattern":"{}"}""", "InvalidEventPatternException",
        "Event pattern is not valid. Reason: Empty objects are not allowed")]
    [InlineData("PutRule", """{"ScheduleExpression":"rate(1 day)"}""", "ValidationException",
        "1 validation error detected: Value null at 'Name' failed to satisfy constraint: Member must not be null")]
    [InlineData("PutTargets", """{"Rule":"r","Targets":[]}""", "ValidationException",
        "1 validation error detected: Value '[]' at 'targets' failed to satisfy constraint: Member must have "
        + "length greater than or equal to 1")]
    [InlineData("PutTargets", """{"Rule":"r","Targets":[{"Id":"1","Arn":"a","InputPath":"$"}]}""", "ValidationException",
        "Canary.Local does not support 'InputPath' of PutTargets: leave it out.")]
    [InlineData("PutTargets", """{"Rule":"r","Targets":["1"]}""", "SerializationException",
        "'Targets' of PutTargets must be a list of structures, but is [\"1\"]")]
    [InlineData("DescribeRule", """{"Name":"r"}""", "ResourceNotFoundException", "Rule r does not exist on EventBus default.")]
    [InlineData("ListRules", """{"Limit":101}""", "ValidationException",
        "1 validation error detected: Value '101' at 'limit' failed to satisfy constraint: Member must "
        + "have value less than or equal to 100")]
    [InlineData(
        "ListRules", """{"NextToken":"?"}""", "ValidationException", "The NextToken '?' is none that this operation returned.")]
    [InlineData("ListRules", """{"NextToken":""}""", "ValidationException",
        "1 validation error detected: Value '' at 'nextToken' failed to satisfy constraint: Member must have "
        + "length greater than or equal to 1")]
    [InlineData("ListRules", """{"NamePrefix":""}""", "ValidationException",
        "1 validation error detected: Value '' at 'namePrefix' failed to satisfy constraint: Member must have "
        + "length greater than or equal to 1")]
    [InlineData("ListRules", """{"NamePrefix":"a b"}""", "ValidationException",
        @"1 validation error detected: Value 'a b' at 'namePrefix' failed to satisfy constraint: Member must satisfy regular "
        + @"expression pattern: [\.\-_A-Za-z0-9]+")]
    [InlineData("ListRules", """{"EventBusName":""}""", "ValidationException",
        "1 validation error detected: Value '' at 'eventBusName' failed to satisfy constraint: Member must have "
        + "length greater than or equal to 1")]
    [InlineData("ListTargetsByRule", """{"Rule":"!"}""", "ValidationException",
        @"1 validation error detected: Value '!' at 'rule' failed to satisfy constraint: Member must satisfy regular expression "
        + @"pattern: [\.\-_A-Za-z0-9]+")]
    [InlineData("DeleteRule", """{"Name":""}""", "ValidationException",
        "1 validation error detected: Value '' at 'name' failed to satisfy constraint: Member must have "
        + "length greater than or equal to 1")]
    [InlineData(
        "PutTargets",
        """{"Rule":"r","Targets":[{"Id":"1","Arn":"arn:aws:lambda:us-east-1:123456789012:function:f"},{"Id":"!","Arn":"a"}]}""",
        "ValidationException",
        @"1 validation error detected: Value '!' at 'targets.2.member.id' failed to satisfy constraint: "
            + @"Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+")]
    [InlineData("RemoveTargets", """{"Rule":"r","Ids":["a","!"]}""", "ValidationException",
        @"1 validation error detected: Value '!' at 'ids.2.member' failed to satisfy constraint: "
            + @"Member must satisfy regular expression pattern: [\.\-_A-Za-z0-9]+")]
    [InlineData("PutEvents", """{"Entries":[]}""", "ValidationException",
        "1 validation error detected: Value '[]' at 'entries' failed to satisfy constraint: Member must have "
        + "length greater than or equal to 1")]
    [InlineData("PutEvents", "{}", "ValidationException",
        "1 validation error detected: Value null at 'entries' failed to satisfy constraint: Member must not be null")]
    [InlineData(
        "PutEvents", """{"Entries":[{"Time":1E+308}]}""", "SerializationException",
        "'Time' of PutEvents must be a timestamp, but is 1E+308")]
    [InlineData(
        "PutEvents", """{"Entries":[{"Source":1}]}""", "SerializationException",
        "'Source' of PutEvents must be a string, but is 1")]
    [InlineData(
        "CreateEventBus", """{"Name":"mine"}""", "UnknownOperationException",
        "Canary.Local does not support AWSEvents.CreateEventBus.")]
    public async Task Refusal_OverTheWire_HasAwsNameAndWords(string operation, string body, string type, string message)
    {
        using var response = await SendAsync(operation, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((type, message), ((string)error["__type"]!, (string)error["message"]!));
    }

    private async Task<string> CallAsync(string operation, string body)
    {
        using var response = await SendAsync(operation, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        Assert.Equal("application/x-amz-json-1.1", response.Content.Headers.ContentType!.ToString());
        return text;
    }

    private Task<HttpResponseMessage> SendAsync(string operation, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _endpoint.Url) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", $"AWSEvents.{operation}");
        const string Signature =
            "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/events/aws4_request, SignedHeaders=host, Signature=0";
        request.Headers.TryAddWithoutValidation("Authorization", Signature);
        return _http.SendAsync(request);
    }
}
