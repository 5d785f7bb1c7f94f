using Amazon;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;

namespace Canary.Compat.Tests.Aws.CloudWatch;

[Collection(EnvironmentVariable.Collection)]
public class CloudWatchClientTests
{
    [Fact]
    public async Task AnyCall_EndpointInTheEnvironment_GoesThere()
    {
        await using var service = await FakeService.Playing(Answer.Cbor([]));
        using var set = new EnvironmentVariable("AWS_ENDPOINT_URL_CLOUDWATCH", service.Url);
        using var cloudWatch =
            new AmazonCloudWatchClient(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), RegionEndpoint.EUWest1);

        await cloudWatch.DescribeAlarmsAsync(new DescribeAlarmsRequest());

        Assert.Equal("/service/GraniteServiceVersion20100801/operation/DescribeAlarms", service.Only.Target);
    }

    [Fact]
    public void Endpoint_InARegion_IsTheRegionsOwn()
    {
        using var cloudWatch =
            new AmazonCloudWatchClient(new BasicAWSCredentials("AKIDEXAMPLE", "secret"), RegionEndpoint.EUWest1);

        Assert.Equal(
            "https://monitoring.eu-west-1.amazonaws.com/",
            cloudWatch.DetermineServiceOperationEndpoint(new DescribeAlarmsRequest()).URL);
    }
}
