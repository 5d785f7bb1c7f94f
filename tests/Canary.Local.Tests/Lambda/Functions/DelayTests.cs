using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Lambda.Functions;

/// <summary>Changes that take as long as on AWS, of functions that were told nothing else.</summary>
public class DelayTests
{
    [Fact]
    public async Task LikeAws_ANewFunction_IsPendingForSeconds()
    {
        await using var fixture = new LambdaFixture();
        fixture.Lambda.Lifecycle = FunctionLifecycle.LikeAws();
        fixture.Lambda.CreateFunction(fixture.Definition("other"));
        Assert.Equal("Pending", fixture.Lambda.GetFunctionConfiguration("other").State);
        var refusal = Assert.Throws<AwsException>(() => fixture.Lambda.PublishVersion("other"));
        Assert.Equal(
            (409, "The operation cannot be performed at this time. The function is currently in the following state: Pending"),
            (refusal.StatusCode, refusal.Message));
        await PassAsync(fixture, TimeSpan.FromSeconds(3));
        Assert.Equal("Active", fixture.Lambda.GetFunctionConfiguration("other").State);
    }

    [Fact]
    public async Task LikeAws_AnUpdate_IsInProgressForSeconds()
    {
        await using var fixture = new LambdaFixture();
        fixture.Lambda.Lifecycle = FunctionLifecycle.LikeAws();
        fixture.Lambda.UpdateFunctionConfiguration("shop", definition => definition with { MemoryMb = 256 });
        Assert.Equal("InProgress", fixture.Lambda.GetFunctionConfiguration("shop").LastUpdateStatus);
        var refusal = Assert.Throws<AwsException>(() => fixture.Lambda.UpdateFunctionCode("shop", fixture.CodeDirectory));
        Assert.Equal(
            (409, $"The operation cannot be performed at this time. An update is in progress for resource: {LambdaFixture.Arn}"),
            (refusal.StatusCode, refusal.Message));
        await PassAsync(fixture, TimeSpan.FromSeconds(3));
        Assert.Equal("Successful", fixture.Lambda.GetFunctionConfiguration("shop").LastUpdateStatus);
    }

    [Fact]
    public async Task LikeAws_ProvisionedConcurrency_IsInProgressForMinutesWithNothingAllocated()
    {
        await using var fixture = new LambdaFixture();
        var version = fixture.Publish();
        fixture.Lambda.CreateAlias("shop", "live", version);
        fixture.Lambda.Lifecycle = FunctionLifecycle.LikeAws();
        fixture.Lambda.PutProvisionedConcurrency("shop", "live", 5);
        await PassAsync(fixture, TimeSpan.FromSeconds(119));
        Assert.Equal((0, "IN_PROGRESS"), Provisioned(fixture));
        await PassAsync(fixture, TimeSpan.FromSeconds(1));
        Assert.Equal((5, "READY"), Provisioned(fixture));
    }

    [Fact]
    public async Task LikeAws_AnotherVersionOfAProvisionedAlias_TakesNoTrafficForMinutes()
    {
        await using var fixture = new LambdaFixture();
        fixture.Lambda.CreateAlias("shop", "live", fixture.Publish());
        fixture.Lambda.PutProvisionedConcurrency("shop", "live", 5);
        var candidate = fixture.Publish();
        fixture.Lambda.Lifecycle = FunctionLifecycle.LikeAws();
        Assert.Equal(1, fixture.Lambda.UpdateAlias("shop", "live", new(candidate)).Weights!["1"]);
        await PassAsync(fixture, TimeSpan.FromMinutes(2));
        Assert.Null(fixture.Lambda.GetAlias("shop", "live").Weights);
    }

    [Theory]
    [InlineData(0, "READY")]
    [InlineData(0.5, "READY")]
    [InlineData(1, "IN_PROGRESS")]
    public async Task LikeAws_AShareOfTheTime_IsAsMuchShorter(double share, string status)
    {
        await using var fixture = new LambdaFixture();
        var version = fixture.Publish();
        fixture.Lambda.CreateAlias("shop", "live", version);
        fixture.Lambda.Lifecycle = FunctionLifecycle.LikeAws(share);
        fixture.Lambda.PutProvisionedConcurrency("shop", "live", 5);
        await PassAsync(fixture, TimeSpan.FromMinutes(1));
        Assert.Equal(status, Provisioned(fixture).Status);
    }

    [Fact]
    public async Task SetLifecycle_OfOneFunction_WinsOverTheAccounts()
    {
        await using var fixture = new LambdaFixture();
        fixture.Lambda.Lifecycle = FunctionLifecycle.LikeAws();
        fixture.Lambda.SetLifecycle("shop", FunctionLifecycle.Immediate);
        fixture.Lambda.UpdateFunctionConfiguration("shop", definition => definition with { MemoryMb = 256 });
        Assert.Equal("Successful", fixture.Lambda.GetFunctionConfiguration("shop").LastUpdateStatus);
    }

    private static Task PassAsync(LambdaFixture fixture, TimeSpan time) =>
        fixture.Clock.RunUntilAsync(fixture.Clock.GetUtcNow() + time);

    private static (int Allocated, string Status) Provisioned(LambdaFixture fixture)
    {
        var shown = fixture.Lambda.GetProvisionedConcurrency("shop", "live");
        return (shown.Allocated, shown.Status);
    }
}
