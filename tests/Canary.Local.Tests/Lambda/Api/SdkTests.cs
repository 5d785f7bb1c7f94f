using System.Net;
using System.Text;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Canary.Local.Gateway;
using Canary.Local.Lambda.Api;

namespace Canary.Local.Tests.Lambda.Api;

/// <summary>The .NET client against the embedded Lambda: what the Lambdas themselves will see.</summary>
public class SdkTests
{
    [Fact]
    public async Task Rollout_ThroughTheClient_PublishesShiftsAndPromotes()
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        await using var endpoint = await AwsEndpoint.StartAsync(new AwsRouter([new LambdaApi(fixture.Lambda)]));
        using var client = Client(endpoint);
        fixture.Lambda.CreateAlias("shop", "live", "1");
        fixture.Lambda.UpdateFunctionConfiguration("shop", definition => definition with { MemoryMb = 256 });
        var published = await client.PublishVersionAsync(
            new PublishVersionRequest { FunctionName = "shop", Description = "candidate" });
        Assert.Equal(
            ("2", State.Active, LastUpdateStatus.Successful), (published.Version, published.State, published.LastUpdateStatus));
        var weights = new Dictionary<string, double> { [published.Version] = 0.1 };
        var shifted = await client.UpdateAliasAsync(new UpdateAliasRequest
        {
            FunctionName = "shop",
            Name = "live",
            RoutingConfig = new AliasRoutingConfiguration { AdditionalVersionWeights = weights },
        });
        Assert.Equal(0.1, shifted.RoutingConfig.AdditionalVersionWeights["2"]);
        await client.UpdateAliasAsync(new UpdateAliasRequest
        {
            FunctionName = "shop",
            Name = "live",
            FunctionVersion = "2",
            RoutingConfig = new AliasRoutingConfiguration { AdditionalVersionWeights = [] },
            RevisionId = shifted.RevisionId,
        });
        var alias = await client.GetAliasAsync(new GetAliasRequest { FunctionName = "shop", Name = "live" });
        Assert.Equal("2", alias.FunctionVersion);
        Assert.Null(alias.RoutingConfig);
        var answer = await client.InvokeAsync(new InvokeRequest { FunctionName = "shop", Qualifier = "live", Payload = "{}" });
        Assert.Equal(("2", "\"2\""), (answer.ExecutedVersion, Encoding.UTF8.GetString(answer.Payload.ToArray())));
    }

    [Fact]
    public async Task ProvisionedConcurrency_ThroughTheClient_IsPutReadAndDeleted()
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        fixture.Lambda.CreateAlias("shop", "live", "1");
        await using var endpoint = await AwsEndpoint.StartAsync(new AwsRouter([new LambdaApi(fixture.Lambda)]));
        using var client = Client(endpoint);
        var get = new GetProvisionedConcurrencyConfigRequest { FunctionName = "shop", Qualifier = "live" };

        var put = await client.PutProvisionedConcurrencyConfigAsync(
            new PutProvisionedConcurrencyConfigRequest
            {
                FunctionName = "shop",
                Qualifier = "live",
                ProvisionedConcurrentExecutions = 3,
            });
        var got = await client.GetProvisionedConcurrencyConfigAsync(get);
        await client.DeleteProvisionedConcurrencyConfigAsync(
            new DeleteProvisionedConcurrencyConfigRequest { FunctionName = "shop", Qualifier = "live" });

        Assert.Equal(
            (ProvisionedConcurrencyStatusEnum.IN_PROGRESS, ProvisionedConcurrencyStatusEnum.READY), (put.Status, got.Status));
        Assert.Equal(3, got.AllocatedProvisionedConcurrentExecutions);
        await Assert.ThrowsAsync<ProvisionedConcurrencyConfigNotFoundException>(
            () => client.GetProvisionedConcurrencyConfigAsync(get));
        var reserved = await client.GetFunctionConcurrencyAsync(new GetFunctionConcurrencyRequest { FunctionName = "shop" });
        Assert.Null(reserved.ReservedConcurrentExecutions);
    }

    [Fact]
    public async Task Refusals_ThroughTheClient_AreItsTypedExceptions()
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        fixture.Lambda.CreateAlias("shop", "live", "1");
        await using var endpoint = await AwsEndpoint.StartAsync(new AwsRouter([new LambdaApi(fixture.Lambda)]));
        using var client = Client(endpoint);
        var stale = await Assert.ThrowsAsync<PreconditionFailedException>(
            () => client.UpdateAliasAsync(new UpdateAliasRequest { FunctionName = "shop", Name = "live", RevisionId = "old" }));
        Assert.Equal((HttpStatusCode.PreconditionFailed, "PreconditionFailedException"), (stale.StatusCode, stale.ErrorCode));
        Assert.StartsWith("The Revision Id provided does not match", stale.Message, StringComparison.Ordinal);
        var missing = await Assert.ThrowsAsync<ResourceNotFoundException>(
            () => client.GetAliasAsync(new GetAliasRequest { FunctionName = "shop", Name = "none" }));
        Assert.StartsWith("Cannot find alias arn: ", missing.Message, StringComparison.Ordinal);
    }

    private static AmazonLambdaClient Client(AwsEndpoint endpoint) => new(
        new BasicAWSCredentials("key", "secret"),
        new AmazonLambdaConfig { ServiceURL = endpoint.Url.ToString(), AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 });
}
