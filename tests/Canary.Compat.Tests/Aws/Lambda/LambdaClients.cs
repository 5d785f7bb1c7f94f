using Amazon.Lambda;
using Amazon.Runtime;

namespace Canary.Compat.Tests.Aws.Lambda;

internal static class LambdaClients
{
    public static AmazonLambdaClient Lambda(this FakeService service, int retries = 0) => new(
        new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
        new AmazonLambdaConfig { ServiceURL = service.Url, AuthenticationRegion = "eu-west-1", MaxErrorRetry = retries });
}
