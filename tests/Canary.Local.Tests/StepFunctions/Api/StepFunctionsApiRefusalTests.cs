using System.Net;
using System.Text.Json.Nodes;

namespace Canary.Local.Tests.StepFunctions.Api;

/// <summary>What Step Functions refuses over the wire.</summary>
public sealed class StepFunctionsApiRefusalTests : IAsyncLifetime
{
    private readonly Workflows _workflows = new();

    private StepFunctionsWire _wire = null!;

    public async ValueTask InitializeAsync() => _wire = await StepFunctionsWire.StartAsync(_workflows);

    public ValueTask DisposeAsync() => _wire.DisposeAsync();

    [Theory]
    [InlineData("StartExecution", """{"stateMachineArn":"x"}""", "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: x'")]
    [InlineData("StartExecution", "{}", "ValidationException",
        "1 validation error detected: Value null at 'stateMachineArn' failed to satisfy constraint: Member must not be null")]
    [InlineData("StartExecution", """{"stateMachineArn":"x","traceHeader":"y"}""",
        "ValidationException", "Canary.Local does not support 'traceHeader' of StartExecution: leave it out.")]
    [InlineData(
        "StartExecution", """{"stateMachineArn":1}""", "SerializationException",
        "'stateMachineArn' of StartExecution must be a string, but is 1")]
    [InlineData(
        "CreateStateMachine", """{"name":"n","definition":"{}","roleArn":"r","type":"EXPRESS"}""", "StateMachineTypeNotSupported",
        "Canary.Local does not support state machines of the type 'EXPRESS': use STANDARD.")]
    [InlineData(
        "DescribeExecution",
        """{"executionArn":"arn:aws:states:us-east-1:123456789012:execution:m:e"}""",
        "ExecutionDoesNotExist",
        "Execution Does Not Exist: 'arn:aws:states:us-east-1:123456789012:execution:m:e'")]
    [InlineData("ListStateMachines", """{"maxResults":1001}""", "ValidationException",
        "1 validation error detected: Value '1001' at 'maxResults' failed to satisfy constraint: Member must "
        + "have value less than or equal to 1000")]
    [InlineData("ListStateMachines", """{"nextToken":"abc"}""", "InvalidToken", "Invalid Token: 'Invalid token'")]
    [InlineData(
        "CreateActivity", "{}", "UnknownOperationException", "Canary.Local does not support AWSStepFunctions.CreateActivity.")]
    [InlineData("SendTaskSuccess", """{"taskToken":"t"}""", "ValidationException",
        "1 validation error detected: Value null at 'output' failed to satisfy constraint: Member must not be null")]
    [InlineData("SendTaskFailure", """{"taskToken":""}""", "ValidationException",
        "1 validation error detected: Value '' at 'taskToken' failed to satisfy constraint: Member must have "
        + "length greater than or equal to 1")]
    [InlineData("SendTaskHeartbeat", """{"taskToken":"abc"}""", "InvalidToken", "Invalid Token: 'Invalid token'")]
    [InlineData(
        "RedriveExecution",
        """{"executionArn":"arn:aws:states:us-east-1:123456789012:execution:m:e","clientToken":"a b"}""",
        "ValidationException",
        "1 validation error detected: Value 'a b' at 'clientToken' failed to satisfy constraint: Member must satisfy "
        + "regular expression pattern: [!-~]+")]
    [InlineData(
        "RedriveExecution", """{"executionArn":"arn:aws:states:us-east-1:123456789012:execution:m:e"}""", "ExecutionDoesNotExist",
        "Execution Does Not Exist: 'arn:aws:states:us-east-1:123456789012:execution:m:e'")]
    [InlineData("ListExecutions", """{"stateMachineArn":"x","statusFilter":"PENDING_REDRIVE"}""", "ValidationException",
        "1 validation error detected: Value 'PENDING_REDRIVE' at 'statusFilter' failed to satisfy constraint: "
        + "Member must satisfy enum value set in Canary.Local: [RUNNING, SUCCEEDED, FAILED, TIMED_OUT, ABORTED]")]
    public async Task Refusal_OverTheWire_HasAwsNameAndWords(string operation, string body, string type, string message)
    {
        using var response = await _wire.SendAsync(operation, body, signed: true);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((type, message), ((string)error["__type"]!, (string)error["message"]!));
    }

    [Theory]
    [InlineData("ListStateMachines", "{0}", 1024)]
    [InlineData("ListExecutions", "{0},\"stateMachineArn\":\"{1}\"", 3096)]
    [InlineData("GetExecutionHistory", "{0},\"executionArn\":\"{2}\"", 1024)]
    public async Task Token_OfAPage_MayHaveSoManyCharacters(string operation, string members, int length)
    {
        var run = await _workflows.RunAsync(""" "A":{"Type":"Succeed"} """);

        Assert.Equal("Invalid Token: 'Invalid token'", await RefusalAsync(length));
        Assert.EndsWith(
            $"at 'nextToken' failed to satisfy constraint: Member must have length less than or equal to {length}",
            await RefusalAsync(length + 1));
        Assert.EndsWith("Member must have length greater than or equal to 1", await RefusalAsync(0));

        async Task<string> RefusalAsync(int characters)
        {
            var token = $"\"nextToken\":\"{new string('t', characters)}\"";
            var body = string.Format(
                System.Globalization.CultureInfo.InvariantCulture, members, token, run.StateMachineArn, run.ExecutionArn);
            using var response = await _wire.SendAsync(operation, $"{{{body}}}", signed: true);
            return (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["message"]!;
        }
    }

    [Theory]
    [InlineData("StopExecution", """{"executionArn":"\ud800"}""")]
    [InlineData("ListStateMachines", """{"\ud800":1}""")]
    public async Task Request_WithHalfASurrogatePair_IsASerializationException(string operation, string body)
    {
        using var response = await _wire.SendAsync(operation, body, signed: true);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("SerializationException", (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["__type"]!);
    }

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("PUT", "/")]
    [InlineData("POST", "/elsewhere")]
    public async Task Request_OtherThanAPostToTheRoot_IsNotOwned(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_wire.Url, path));
        request.Headers.Add("X-Amz-Target", "AWSStepFunctions.ListStateMachines");

        using var response = await _wire.SendAsync(request);

        Assert.Equal((HttpStatusCode)501, response.StatusCode);
    }

    [Fact]
    public async Task Request_WithoutAuthorization_IsRefused()
    {
        using var response = await _wire.SendAsync("ListStateMachines", "{}", signed: false);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("MissingAuthenticationTokenException", await response.Content.ReadAsStringAsync());
    }
}
