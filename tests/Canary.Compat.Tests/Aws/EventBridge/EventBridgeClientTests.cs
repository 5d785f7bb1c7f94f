using Amazon.EventBridge;
using Amazon.EventBridge.Model;
using Amazon.Runtime;
using Canary.Compat.Tests.Aws.StepFunctions;

namespace Canary.Compat.Tests.Aws.EventBridge;

[Collection(EnvironmentVariable.Collection)]
public class EventBridgeClientTests
{
    private static readonly PutEventsRequest s_request = new()
    {
        Entries = [new() { Source = "canary", DetailType = "Test", Detail = """{"a":1}""", Resources = ["arn"] }],
    };

    [Fact]
    public async Task PutEvents_OfWhichOneFails_SpeaksJson11AndReadsWhich()
    {
        await using var service = await FakeService.Playing(Answer.Json(
            """{"FailedEntryCount":1,"Entries":[{"EventId":"1"},{"ErrorCode":"InternalFailure","ErrorMessage":"Because."}]}"""));

        var answer = await Client(service).PutEventsAsync(s_request);

        Assert.Equal(("POST", "/"), (service.Only.Method, service.Only.Target));
        Assert.Equal("AWSEvents.PutEvents", service.Only.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", service.Only.Headers["Content-Type"]);
        Assert.Contains("/eu-west-1/events/aws4_request", service.Only.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal(
            """{"Entries":[{"Detail":"{\u0022a\u0022:1}","DetailType":"Test","Resources":["arn"],"Source":"canary"}]}""",
            service.Only.Text);
        Assert.Equal(1, answer.FailedEntryCount);
        Assert.Equal(
            [("1", null, null), (null, "InternalFailure", "Because.")],
            answer.Entries.Select(entry => ((string?)entry.EventId, (string?)entry.ErrorCode, (string?)entry.ErrorMessage)));
    }

    [Theory]
    [InlineData("InternalException", typeof(InternalException))]
    [InlineData("AccessDeniedException", typeof(AmazonEventBridgeException))]
    public async Task PutEvents_AnError_ThrowsItsException(string code, Type type)
    {
        await using var service = await FakeService.Playing(StepFunctionsClients.Error(code, "Because."));

        var fault = await Assert.ThrowsAnyAsync<AmazonEventBridgeException>(() => Client(service).PutEventsAsync(s_request));

        Assert.Equal((type, code, "Because."), (fault.GetType(), fault.ErrorCode, fault.Message));
    }

    [Theory]
    [InlineData("eu-central-1", "https://events.eu-central-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://events.cn-north-1.amazonaws.com.cn/")]
    public void AnyCall_WithARegion_GoesToItsEndpoint(string region, string url)
    {
        using var client = new AmazonEventBridgeClient(
            new AnonymousAWSCredentials(), Amazon.RegionEndpoint.GetBySystemName(region));

        Assert.Equal(url, client.DetermineServiceOperationEndpoint(s_request).URL);
    }

    private static AmazonEventBridgeClient Client(FakeService service) => new(
        new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
        new AmazonEventBridgeConfig { ServiceURL = service.Url, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
}
