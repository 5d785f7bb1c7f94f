using Canary.Local.Lambda;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Tests.Lambda.Functions;

/// <summary>A function of three versions and its alias at the first, with and without provisioned concurrency.</summary>
internal static class ProvisionedAlias
{
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(2);

    public static LambdaFixture WithAlias(ScriptedEnvironments? environments = null)
    {
        var options = environments is null ? null : new LambdaOptions { Environments = environments };
        var fixture = new LambdaFixture(new FunctionLifecycle(ProvisioningDelay: Delay), options);
        foreach (var expected in new[] { "1", "2", "3" }) Assert.Equal(expected, fixture.Publish());
        fixture.Lambda.CreateAlias("shop", "live", "1");
        return fixture;
    }

    /// <summary>The alias at version 1, with 2 environments ready.</summary>
    public static async Task<LambdaFixture> ProvisionedAsync()
    {
        var fixture = WithAlias();
        fixture.Lambda.PutProvisionedConcurrency("shop", "live", 2);
        await PassAsync(fixture, Delay);
        return fixture;
    }

    public static Task PassAsync(LambdaFixture fixture, TimeSpan time) =>
        fixture.Clock.RunUntilAsync(fixture.Clock.GetUtcNow() + time);
}
