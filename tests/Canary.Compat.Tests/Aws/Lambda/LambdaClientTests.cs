using Amazon;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;

namespace Canary.Compat.Tests.Aws.Lambda;

[Collection(EnvironmentVariable.Collection)]
public class LambdaClientTests
{
    private static readonly BasicAWSCredentials s_credentials = new("AKIDEXAMPLE", "secret");

    [Fact]
    public async Task AnyCall_Always_IsSignedForLambdaInTheRegion()
    {
        await using var service = await FakeService.Playing(Answer.Json("{}"));

        await service.Lambda().GetAliasAsync(new GetAliasRequest { FunctionName = "orders", Name = "live" });

        var signature = service.Only.Headers["Authorization"];
        Assert.StartsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/", signature, StringComparison.Ordinal);
        Assert.Contains("/eu-west-1/lambda/aws4_request, SignedHeaders=", signature, StringComparison.Ordinal);
        Assert.Equal("2015-03-31", service.Only.Headers["x-amz-api-version"]);
    }

    [Fact]
    public void Endpoint_InARegion_IsTheRegionsOwn()
    {
        using var lambda = new AmazonLambdaClient(s_credentials, RegionEndpoint.EUWest1);

        Assert.Equal(
            "https://lambda.eu-west-1.amazonaws.com/",
            lambda.DetermineServiceOperationEndpoint(new GetAliasRequest()).URL);
    }

    [Fact]
    public void Endpoint_InChina_HasTheSuffixOfThePartition()
    {
        using var lambda = new AmazonLambdaClient(s_credentials, RegionEndpoint.CNNorth1);

        Assert.Equal(
            "https://lambda.cn-north-1.amazonaws.com.cn/",
            lambda.DetermineServiceOperationEndpoint(new GetAliasRequest()).URL);
    }

    /// <summary>
    /// AWSSDK.Core signs by the endpoint's host then: us-east-1 where the host names no region.
    /// AuthenticationRegion is the way to another.
    /// </summary>
    [Theory]
    [InlineData("AWS_ENDPOINT_URL")]
    [InlineData("AWS_ENDPOINT_URL_LAMBDA")]
    public async Task AnyCall_EndpointInTheEnvironment_GoesThere(string variable)
    {
        await using var service = await FakeService.Playing(Answer.Json("""{"Name":"live"}"""));
        using var set = new EnvironmentVariable(variable, service.Url);
        using var lambda = new AmazonLambdaClient(s_credentials, RegionEndpoint.EUWest1);

        var alias = await lambda.GetAliasAsync(new GetAliasRequest { FunctionName = "orders", Name = "live" });

        Assert.Equal("live", alias.Name);
        Assert.Contains("/us-east-1/lambda/aws4_request", service.Only.Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnyCall_FipsAskedFor_IsRefusedByName()
    {
        var config = new AmazonLambdaConfig { RegionEndpoint = RegionEndpoint.USEast1, UseFIPSEndpoint = true };
        using var lambda = new AmazonLambdaClient(s_credentials, config);

        var refusal = await Assert.ThrowsAsync<AmazonClientException>(
            () => lambda.GetAliasAsync(new GetAliasRequest { FunctionName = "orders", Name = "live" }));

        Assert.Contains("FIPS", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CreateDefaultServiceClient_AsDependencyInjectionDoes_MakesTheClient()
    {
        using var lambda = Made<IAmazonLambda>();

        Assert.IsType<AmazonLambdaClient>(lambda);
        Assert.Equal("Lambda", AmazonLambdaConfig.ServiceId);
    }

    private static T Made<T>() where T : IAmazonService
    {
        var config = T.CreateDefaultClientConfig();
        config.RegionEndpoint = RegionEndpoint.EUWest1;
        return (T)T.CreateDefaultServiceClient(s_credentials, config);
    }
}
