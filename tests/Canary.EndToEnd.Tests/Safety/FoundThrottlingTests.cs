using Canary.EndToEnd.Tests.Safety.Plays;
using Outcome = Canary.Rollouts.Outcome;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>Rollouts beside a crowd that uses up what AWS gives the account.</summary>
public class FoundThrottlingTests
{
    private static readonly Script Calm = new() { Steps = [(10, 20), (50, 20)], Analysis = AnalysisWord.Off };

    [Theory]
    [InlineData(nameof(Share.ControlPlane), 0)]
    [InlineData(nameof(Share.ControlPlane), 45)]
    [InlineData(nameof(Share.Concurrency), 15)]
    [InlineData(nameof(Share.Functions), 0)]
    public Task WhatNobodyDisturbs_IsPromotedAfterTheCrowdHasLeft(string share, int second) => Found.HoldsAsync(Calm with
    {
        Crowds = [new(Enum.Parse<Share>(share), second, 1500, 0)],
    }, Outcome.Promoted);

    // It waited for a minute and nobody looked at the alarm: promoted while it fired.
    [Theory]
    [InlineData(nameof(Share.Concurrency))]
    [InlineData(nameof(Share.ControlPlane))]
    public Task AnAlarmWhileAPromotionWaits_IsHeard(string share) => Found.HoldsAsync(Calm with
    {
        Steps = [(86, 5)],
        Crowds = [new(Enum.Parse<Share>(share), 2, 120, 0)],
        Acts = [new(Moment.AtSecond(7), Deed.Breach)],
    }, Outcome.RolledBack);

    [Theory]
    [InlineData(nameof(Share.ControlPlane))]
    [InlineData(nameof(Share.Metrics))]
    [InlineData(nameof(Share.Alarms))]
    public Task AnAlarmInABake_IsHeardAsSoonAsItCanBeRead(string share) => Found.HoldsAsync(Calm with
    {
        Crowds = [new(Enum.Parse<Share>(share), 5, 120, 0)],
        Acts = [new(Moment.AtSecond(9), Deed.Breach)],
    }, Outcome.RolledBack);

    [Theory]
    [InlineData(nameof(Share.Concurrency))]
    [InlineData(nameof(Share.ControlPlane))]
    [InlineData(nameof(Share.Executions))]
    public Task AStopWhileAWSTakesNoCalls_IsARollbackAfterIt(string share) => Found.HoldsAsync(Calm with
    {
        Crowds = [new(Enum.Parse<Share>(share), 5, 600, 0)],
        Acts = [new(Moment.AtSecond(9), Deed.Stop)],
    });

    [Theory]
    [InlineData(nameof(Share.Concurrency))]
    [InlineData(nameof(Share.ControlPlane))]
    public Task WhatIsToBeGivenBack_IsFirstWhenTheCrowdLeaves(string share) => Found.HoldsAsync(Calm with
    {
        Crowds = [new(Enum.Parse<Share>(share), 15, 600, 0)],
        Acts = [new(Moment.AtSecond(9), Deed.Breach)],
    }, Outcome.RolledBack);
}
