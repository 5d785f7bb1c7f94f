using Amazon;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;

namespace Canary.Compat.Tests.Aws.StepFunctions;

[Collection(EnvironmentVariable.Collection)]
public class StepFunctionsClientTests
{
    [Fact]
    public async Task AnyCall_EndpointInTheEnvironment_GoesThere()
    {
        await using var service = await FakeService.Playing(Answer.Json("{}"));
        using var set = new EnvironmentVariable("AWS_ENDPOINT_URL_SFN", service.Url);
        using var states =
            new AmazonStepFunctionsClient(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), RegionEndpoint.EUWest1);

        await states.ListStateMachinesAsync(new ListStateMachinesRequest());

        Assert.Equal("AWSStepFunctions.ListStateMachines", service.Only.Headers["X-Amz-Target"]);
    }

    [Fact]
    public void Endpoint_InARegion_IsTheRegionsOwn()
    {
        using var states =
            new AmazonStepFunctionsClient(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), RegionEndpoint.EUWest1);

        Assert.Equal(
            "https://states.eu-west-1.amazonaws.com/",
            states.DetermineServiceOperationEndpoint(new ListStateMachinesRequest()).URL);
    }
}
