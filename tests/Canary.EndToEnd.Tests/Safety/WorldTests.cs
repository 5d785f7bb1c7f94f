using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Worlds;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>What the property leans on: a fault that names nobody, or a word that nobody takes, would prove nothing.</summary>
public class WorldTests
{
    [Fact]
    public async Task EveryLambdaThatAFaultOrAPersonNames_IsDeployed()
    {
        await using var world = World.Create(new() { Steps = [] });
        var deployed = world.Aws.Lambda.ListFunctions().Select(function => function.Definition.Name).ToHashSet();

        Assert.All(Scripts.AllLambdas, lambda => Assert.Contains(World.NameOf(lambda), deployed));
    }
}
