using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.Local.Faults;
using Canary.Local.Wire;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>What the property has found, each as the script that showed it.</summary>
public class FoundTests
{
    private static readonly Script Calm = new() { Steps = [(10, 20), (50, 20)] };
    private static readonly Script AllAtOnce = new() { Steps = [], Analysis = AnalysisWord.Off, Interval = 5 };

    [Fact]
    public Task ARollbackThatComesLate_TouchesNothingAfterTheEnd() => Found.HoldsAsync(Calm with
    {
        Acts = [new(Moment.AtSecond(5), Deed.Breach)],
        Faults = [Scripts.Given(ApiCall.Function, "canary-RollbackFunction", FaultKind.Late, 1, 1)],
    });

    [Fact]
    public Task AHoldThatComesAfterTheRollback_IsTakenOff() => Found.HoldsAsync(Calm with
    {
        Faults = [Scripts.Given("lambda", "UpdateAlias", FaultKind.Late, 1, 30, delay: 60)],
    });

    [Fact]
    public Task ARedriveAfterTheRestoration_FindsNothingLeftToDo() => Found.HoldsAsync(new()
    {
        Steps = [],
        BakeAfterPromotion = 10,
        Acts = [new(Moment.Before(11), Deed.Stop), new(Moment.AtSecond(20), Deed.Redrive)],
        Faults = [Scripts.Given(ApiCall.Function, "canary-CheckHealthFunction", FaultKind.CrashAfter, 1, 8)],
    });

    [Fact]
    public Task ADescriptionWrittenOverTheHold_LetsANewerRolloutInAndTheOlderOneGo() => Found.HoldsAsync(Calm with
    {
        Acts = [new(Moment.Before(5), Deed.Describe), new(Moment.After(1), Deed.StartAgain)],
        Faults = [new Fault("lambda", "GetFunction", FaultKind.Stale) { Times = 1 }],
    });

    // What it still tells has the number that the restoration has too.
    [Fact]
    public async Task AStopJustBeforeALambdaTells_IsToldAfterIt()
    {
        for (var call = 5; call <= 20; call++)
            await Found.HoldsAsync(Calm with { Acts = [new(Moment.Before(call), Deed.Stop)] });
    }

    // Every check had passed, so the candidate may stay: whole, and with nobody's mark.
    [Fact]
    public Task AStopInTheMomentOfTheRelease_LeavesTheAliasWhole() => Found.HoldsAsync(AllAtOnce with
    {
        Acts = [new(Moment.Before(11), Deed.Stop)],
    });

    [Fact]
    public Task AnOutageThatOutlastsSweeps_IsOutlastedByThem() => Found.HoldsAsync(AllAtOnce with
    {
        Acts = [new(Moment.Before(7), Deed.Stop)],
        Faults =
        [
            Scripts.Given("lambda", "GetAlias", FaultKind.TimeOutBefore, 2, 8),
            Scripts.Given("lambda", "GetAlias", FaultKind.ServerError, 2, 8),
        ],
    });
}
