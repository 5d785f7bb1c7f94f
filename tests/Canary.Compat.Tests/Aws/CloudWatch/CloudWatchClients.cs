using Amazon.CloudWatch;
using Amazon.Runtime;

namespace Canary.Compat.Tests.Aws.CloudWatch;

internal static class CloudWatchClients
{
    public static AmazonCloudWatchClient CloudWatch(this FakeService service, int retries = 0) => new(
        new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
        new AmazonCloudWatchConfig { ServiceURL = service.Url, AuthenticationRegion = "eu-west-1", MaxErrorRetry = retries });

    public static Answer Error(int status, string shape, string message, params (string Name, string Value)[] headers) =>
        Answer.Cbor(CborBytes.Map(("__type", $"com.amazonaws.cloudwatch#{shape}"), ("message", message)), status, headers);
}
