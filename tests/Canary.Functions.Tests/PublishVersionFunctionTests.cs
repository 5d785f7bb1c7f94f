using Canary.Functions.Tests.Fakes;

namespace Canary.Functions.Tests;

public class PublishVersionFunctionTests
{
    private readonly Stage _stage = new();

    [Fact]
    public async Task PublishVersion_NoTarget_PublishesWithHashAndDescription()
    {
        var plan = await _stage.PlanAsync() with { Plan = new() { CodeSha256 = "hash", Description = "build 7" } };

        var rollout = await new PublishVersionFunction(_stage.Versions).PublishVersion(Stage.At(plan), Stage.Context);

        Assert.Equal(("orders", "hash", "build 7"), Assert.Single(_stage.Versions.Published));
        Assert.Equal("4", rollout.CandidateVersion);
    }

    [Fact]
    public async Task PublishVersion_ATarget_PublishesNothing()
    {
        var plan = await _stage.PlanAsync(
            Stage.Input.Replace("\"alarms\"", "\"targetVersion\": \"4\", \"alarms\"", StringComparison.Ordinal));

        var rollout = await new PublishVersionFunction(_stage.Versions).PublishVersion(Stage.At(plan), Stage.Context);

        Assert.Empty(_stage.Versions.Published);
        Assert.Equal("4", rollout.CandidateVersion);
    }
}
