using System.Net;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Canary.Errors;
using Canary.Functions.Aws;
using Canary.Functions.Tests.Fakes;

namespace Canary.Functions.Tests.Aws;

/// <summary>Provisioned concurrency as Lambda describes it.</summary>
public sealed class LambdaConcurrencyTests
{
    [Fact]
    public async Task List_TwoPages_IsAllOfThem()
    {
        using var lambda = new FakeLambda(Page("live", "more"), Page("4", ""), Page("never", null));

        var all = await new LambdaConcurrency(lambda).ListAsync("orders");

        Assert.Equal([new("live", 5, "READY", null), new("4", 5, "READY", null)], all);
    }

    [Fact]
    public async Task List_NoneOrNoFunction_IsEmpty()
    {
        foreach (var answer in new object[] { new ListProvisionedConcurrencyConfigsResponse(), NotFound })
        {
            using var lambda = new FakeLambda(answer);
            Assert.Empty(await new LambdaConcurrency(lambda).ListAsync("orders"));
        }
    }

    [Fact]
    public async Task Find_TheAlias_IsWhatItAskedFor()
    {
        using var lambda = new FakeLambda(
            new GetProvisionedConcurrencyConfigResponse
            {
                RequestedProvisionedConcurrentExecutions = 5,
                Status = "FAILED",
                StatusReason = "why",
            },
            new GetProvisionedConcurrencyConfigResponse { Status = "READY" },
            new ProvisionedConcurrencyConfigNotFoundException(
                "none", ErrorType.Sender, "ProvisionedConcurrencyConfigNotFoundException", "1", HttpStatusCode.NotFound));

        Assert.Equal(new("live", 5, "FAILED", "why"), await new LambdaConcurrency(lambda).FindAsync("orders", "live"));
        Assert.Equal(0, (await new LambdaConcurrency(lambda).FindAsync("orders", "live"))!.Requested);
        Assert.Null(await new LambdaConcurrency(lambda).FindAsync("orders", "live"));
    }

    [Fact]
    public async Task Put_ARefusalThatStays_IsConcurrencyFailed()
    {
        using var lambda = new FakeLambda(
            new InvalidParameterValueException(
                "too many", ErrorType.Sender, "InvalidParameterValueException", "1", HttpStatusCode.BadRequest),
            new ResourceConflictException(
                "An update is in progress", ErrorType.Sender, "ResourceConflictException", "1", HttpStatusCode.Conflict));

        Assert.Equal("too many", (await Assert.ThrowsAsync<ConcurrencyFailed>(
            () => new LambdaConcurrency(lambda).PutAsync("orders", "live", 9))).Message);
        await Assert.ThrowsAsync<CallFailed>(() => new LambdaConcurrency(lambda).PutAsync("orders", "live", 9));
        Assert.Equal(9, ((PutProvisionedConcurrencyConfigRequest)lambda.Requests[0]).ProvisionedConcurrentExecutions);
    }

    private static ResourceNotFoundException NotFound =>
        new("none", ErrorType.Sender, "ResourceNotFoundException", "1", HttpStatusCode.NotFound);

    private static ListProvisionedConcurrencyConfigsResponse Page(string qualifier, string? next) => new()
    {
        ProvisionedConcurrencyConfigs =
        [
            new()
            {
                FunctionArn = $"arn:aws:lambda:us-east-1:123456789012:function:orders:{qualifier}",
                RequestedProvisionedConcurrentExecutions = 5,
                Status = "READY",
            },
        ],
        NextMarker = next,
    };
}
