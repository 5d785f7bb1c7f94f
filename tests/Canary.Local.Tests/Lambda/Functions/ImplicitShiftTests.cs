using Canary.Local.Lambda.Model;
using Canary.Local.Wire;
using static Canary.Local.Tests.Lambda.Functions.ProvisionedAlias;

namespace Canary.Local.Tests.Lambda.Functions;

/// <summary>Lambda's own shift of an alias whose versions have provisioned concurrency.</summary>
public class ImplicitShiftTests
{
    [Fact]
    public async Task UpdateAlias_ToAnotherVersion_StaysAtTheOldOneUntilTheNewOneIsReady()
    {
        await using var fixture = await ProvisionedAsync();

        var answer = fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate("2"));
        Assert.Equal(("2", 1.0), (answer.FunctionVersion, answer.Weights!["1"]));
        for (var i = 0; i < 20; i++) Assert.Equal("\"1\"", await fixture.InvokeAsync("live"));
        Assert.Equal("IN_PROGRESS", fixture.Lambda.GetProvisionedConcurrency("shop", "live").Status);
        await PassAsync(fixture, Delay - TimeSpan.FromTicks(1));
        Assert.Equal(answer, fixture.Lambda.GetAlias("shop", "live"));
        await PassAsync(fixture, TimeSpan.FromTicks(1));

        var settled = fixture.Lambda.GetAlias("shop", "live");
        Assert.Null(settled.Weights);
        Assert.NotEqual(answer.RevisionId, settled.RevisionId);
        Assert.Equal("\"2\"", await fixture.InvokeAsync("live"));
        Assert.Equal("READY", fixture.Lambda.GetProvisionedConcurrency("shop", "live").Status);
        fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate("1", RevisionId: settled.RevisionId));
    }

    [Theory]
    [InlineData("other")]
    [InlineData("2")]
    public async Task UpdateAlias_ToAVersionThatIsProvisionedElsewhere_IsAConflictAndAWeightIsNone(string elsewhere)
    {
        await using var fixture = await ProvisionedAsync();
        fixture.Lambda.CreateAlias("shop", "other", "2");
        fixture.Lambda.PutProvisionedConcurrency("shop", elsewhere, 1);
        var shared = fixture.Lambda.UpdateAlias(
            "shop", "live", new AliasUpdate(Weights: new Dictionary<string, double> { ["2"] = 0.5 }));

        var refusal = Assert.Throws<AwsException>(
            () => fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate("2", Weights: new Dictionary<string, double>())));

        Assert.Equal(
            (
                409,
                "ResourceConflictException",
                "Alias can't be used for Provisioned Concurrency configuration on an already Provisioned version"),
            (refusal.StatusCode, refusal.Code, refusal.Message));
        Assert.Equal(shared, fixture.Lambda.GetAlias("shop", "live"));
    }

    [Fact]
    public async Task UpdateAlias_FromAWeight_ShiftsByItselfToo()
    {
        await using var fixture = await ProvisionedAsync();
        fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate(Weights: new Dictionary<string, double> { ["2"] = 0.5 }));

        var promoted = fixture.Lambda.UpdateAlias(
            "shop", "live", new AliasUpdate("2", Weights: new Dictionary<string, double>()));

        Assert.Equal(1.0, promoted.Weights!["1"]);
        await PassAsync(fixture, Delay);
        Assert.Null(fixture.Lambda.GetAlias("shop", "live").Weights);
    }

    [Fact]
    public async Task UpdateAlias_TheNewVersionCannotBeInitialized_IsCaughtUntilTheConfigurationIsDeleted()
    {
        await using var fixture = await ProvisionedAsync();
        fixture.Lambda.SetInitialization("shop", "2", fails: true);
        fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate("2"));
        await PassAsync(fixture, TimeSpan.FromDays(1));

        Assert.Equal(1.0, fixture.Lambda.GetAlias("shop", "live").Weights!["1"]);
        Assert.Equal("FAILED", fixture.Lambda.GetProvisionedConcurrency("shop", "live").Status);
        var cleared = new Dictionary<string, double>();
        AliasUpdate[] changes = [new("1", Weights: cleared), new("3"), new(Weights: cleared)];
        foreach (var change in changes)
        {
            var refusal = Assert.Throws<AwsException>(() => fixture.Lambda.UpdateAlias("shop", "live", change));
            Assert.Equal(
                (400, "InvalidParameterValueException", "Invalid alias configuration for Provisioned Concurrency"),
                (refusal.StatusCode, refusal.Code, refusal.Message));
        }
        fixture.Lambda.DeleteProvisionedConcurrency("shop", "live");
        fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate("1", Weights: new Dictionary<string, double>()));
        Assert.Null(fixture.Lambda.GetAlias("shop", "live").Weights);
    }

    [Fact]
    public async Task UpdateAlias_WithoutAVersion_IsNoShift()
    {
        await using var fixture = await ProvisionedAsync();

        var updated = fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate(Description: "calm"));

        Assert.Null(updated.Weights);
        Assert.Equal("READY", fixture.Lambda.GetProvisionedConcurrency("shop", "live").Status);
    }
}
