using Amazon.StepFunctions;
using Canary.EndToEnd.Tests.Stage;
using Canary.Local.Faults;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests;

/// <summary>Faults on demand that the real Lambdas meet, as processes with the SDK's own retries, in virtual time.</summary>
[Collection(nameof(Laptop))]
public class FaultTests(Laptop laptop)
{
    private const string Step = """ "steps": [{ "weight": 10, "bakeSeconds": 30 }] """;

    [Theory]
    [InlineData("UpdateAlias", FaultKind.Throttle)]
    [InlineData("UpdateAlias", FaultKind.ServerError)]
    [InlineData("UpdateAlias", FaultKind.LostResponse)]
    [InlineData("UpdateAlias", FaultKind.TimeOutAfter)]
    [InlineData("UpdateAlias", FaultKind.TimeOutBefore)]
    [InlineData("PublishVersion", FaultKind.LostResponse)]
    [InlineData("GetFunction", FaultKind.Unavailable)]
    public async Task OneFault_OfACall_IsRetriedAndForgotten(string operation, FaultKind kind)
    {
        var target = await laptop.NewTargetAsync();
        using var fault = laptop.Aws.Faults.Add(new Fault("lambda", operation, kind) { Resource = target.Name, Times = 1 });

        var ending = await laptop.RunAsync(target.Input(Step));

        Assert.Equal((Outcome.Promoted, "2"), (ending.Rollout.Outcome, await target.AliasAsync()));
        Assert.Contains(
            laptop.Aws.Faults.Strikes,
            strike => strike.Call.Resource?.StartsWith(target.Name, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task AShift_ThatComesLongAfterItsTaskWasGivenUp_DoesNotMoveTheAlias()
    {
        var target = await laptop.NewTargetAsync();
        var late = TimeSpan.FromMinutes(10);
        using var fault = laptop.Aws.Faults.Add(
            new Fault("lambda", "UpdateAlias", FaultKind.Late) { Resource = target.Name, Times = 1, Delay = late });

        var ending = await laptop.RunAsync(target.Input(Step));
        var alias = await target.AliasAsync();
        await laptop.PassAsync(late);

        Assert.NotEqual(0, ending.Count(HistoryEventType.TaskTimedOut));
        Assert.Equal(alias, await target.AliasAsync());
    }
}
