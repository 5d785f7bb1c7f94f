using Canary.Errors;
using Canary.Functions.Tests.Fakes;

namespace Canary.Functions.Tests;

public class AwaitVersionFunctionTests
{
    private readonly Stage _stage = new();

    [Fact]
    public async Task AwaitVersion_Pending_ThrowsWhatTheStateMachineRetriesOn()
    {
        var published =
            await new PublishVersionFunction(_stage.Versions).PublishVersion(Stage.At(await _stage.PlanAsync()), Stage.Context);
        _stage.Versions.Known["4"] = _stage.Versions.Known["4"] with { State = "Pending" };

        await Assert.ThrowsAsync<VersionNotReady>(
            () => new AwaitVersionFunction(_stage.Versions, _stage.Teller).AwaitVersion(Stage.At(published), Stage.Context));
    }
}
