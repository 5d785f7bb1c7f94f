using System.Net;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Canary.Errors;
using Canary.Functions.Aws;
using Canary.Functions.Tests.Fakes;
using Canary.Ports;

namespace Canary.Functions.Tests.Aws;

/// <summary>A version as Lambda describes it.</summary>
public sealed class LambdaVersionsTests
{
    [Theory]
    [InlineData("state", "update", "state")]
    [InlineData("state", null, "state")]
    [InlineData(null, "update", "update")]
    public async Task Find_AReason_IsTheStatesBeforeTheUpdates(string? state, string? update, string reason)
    {
        var found =
            await FindAsync(new() { Version = "4", State = "Failed", StateReason = state, LastUpdateStatusReason = update });

        Assert.Equal(("4", "Failed", reason, null), (found!.Version, found.State, found.StateReason, found.SlowStart));
    }

    [Fact]
    public async Task Find_WhatMakesItsStartSlow_IsToldEachByItself()
    {
        Assert.StartsWith(
            "SnapStart",
            (await FindAsync(new() { SnapStart = new() { ApplyOn = "PublishedVersions" } }))!.SlowStart,
            StringComparison.Ordinal);
        Assert.Contains(
            "image",
            (await FindAsync(new() { SnapStart = new() { ApplyOn = "None" }, PackageType = "Image" }))!.SlowStart,
            StringComparison.Ordinal);
        Assert.Contains(
            "network",
            (await FindAsync(new() { PackageType = "Zip", VpcConfig = new() { SubnetIds = ["subnet-1"] } }))!.SlowStart,
            StringComparison.Ordinal);
        Assert.Null((await FindAsync(new() { PackageType = "Zip", VpcConfig = new() { SubnetIds = [] } }))!.SlowStart);
    }

    [Fact]
    public async Task Find_ItsNetworkAndTimeOut_AreToldInOneOrder()
    {
        var found = await FindAsync(new()
        {
            Timeout = 900,
            VpcConfig = new() { SubnetIds = ["subnet-2", "subnet-1"], SecurityGroupIds = ["sg-1"] },
        });

        Assert.Equal((900, "subnet-1, subnet-2, sg-1"), (found!.TimeoutSeconds, found.Network));
        Assert.Null((await FindAsync(new() { VpcConfig = new() { SubnetIds = [] } }))!.Network);
    }

    [Fact]
    public async Task Find_ADurableConfig_MakesItDurable()
    {
        Assert.True((await FindAsync(new() { DurableConfig = new() { ExecutionTimeout = 60 } }))!.IsDurable);
        Assert.False((await FindAsync(new()))!.IsDurable);
    }

    [Theory]
    [InlineData(7)]
    [InlineData(null)]
    public async Task Find_WhatIsReservedForTheFunction_IsToldWithIt(int? reserved)
    {
        var concurrency = reserved is null ? null : new Concurrency { ReservedConcurrentExecutions = reserved };
        using var lambda = new FakeLambda(new GetFunctionResponse { Configuration = new(), Concurrency = concurrency });

        Assert.Equal(reserved, (await new LambdaVersions(lambda).FindAsync("orders", null))!.Reserved);
    }

    [Fact]
    public async Task Find_NoVersion_IsNull()
    {
        using var lambda = new FakeLambda(
            new ResourceNotFoundException("none", ErrorType.Sender, "ResourceNotFoundException", "1", HttpStatusCode.NotFound));

        Assert.Null(await new LambdaVersions(lambda).FindAsync("orders", "4"));
    }

    [Fact]
    public async Task Publish_AnUpdateIsInProgress_MayPassAndAnotherCodeStays()
    {
        using var lambda = new FakeLambda(
            new ResourceConflictException(
                "in progress", ErrorType.Sender, "ResourceConflictException", "1", HttpStatusCode.Conflict),
            new InvalidParameterValueException(
                "another hash", ErrorType.Sender, "InvalidParameterValueException", "1", HttpStatusCode.BadRequest),
            new PublishVersionResponse { Version = "4", State = "Pending" });

        await Assert.ThrowsAsync<VersionNotReady>(() => new LambdaVersions(lambda).PublishAsync("orders", "hash", null));
        await Assert.ThrowsAsync<VersionFailed>(() => new LambdaVersions(lambda).PublishAsync("orders", "hash", null));
        Assert.Equal("4", (await new LambdaVersions(lambda).PublishAsync("orders", "hash", null)).Version);
    }

    private static async Task<FunctionVersion?> FindAsync(FunctionConfiguration configuration)
    {
        using var lambda = new FakeLambda(new GetFunctionResponse { Configuration = configuration });
        return await new LambdaVersions(lambda).FindAsync("orders", "4");
    }
}
