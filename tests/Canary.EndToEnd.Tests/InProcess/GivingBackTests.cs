using Canary.Local.StepFunctions.Model;

namespace Canary.EndToEnd.Tests.InProcess;

/// <summary>
/// Somebody else's calls use up the fifteen a second that all control-plane calls of Lambda share. Giving an alias back goes
/// first all the same.
/// </summary>
public class GivingBackTests
{
    private const int Rollouts = 40;

    /// <summary>Rollback tries again within seconds, where every state that goes forward waits for minutes.</summary>
    [Fact]
    public async Task Rollback_InACrowd_GivesTheAliasBackWithinThreeMinutes()
    {
        await using var street = new CrowdedStreet(Rollouts);
        await street.BakeAsync();

        await street.CallBackAsync(street.Fail, within: TimeSpan.FromMinutes(10));

        Assert.All(street.Ends, end => Assert.Equal("RolledBack", end.Error));
        // The first is from the state's beginning: how soon the alarm is seen is the check's own business.
        Assert.InRange(street.Quantile(.95, street.SinceRollback), 0, 60);
        Assert.InRange(street.Quantile(.95, street.SinceCalledBack), 0, 180);
    }

    /// <summary>RestoreAlias tries again inside its invocation: Lambda's own retry comes after a minute.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stop_InACrowd_GivesTheAliasBackWithinAMinute(bool isTouched)
    {
        await using var street = new CrowdedStreet(Rollouts);
        await street.BakeAsync();

        await street.CallBackAsync(
            function =>
            {
                if (isTouched) street.Touch(function);
                street.Stop(function);
            },
            within: TimeSpan.FromMinutes(10));

        Assert.All(street.Ends, end => Assert.Equal(ExecutionStatus.Aborted, end.Status));
        Assert.InRange(street.Quantile(.95, street.SinceCalledBack), 0, 60);
    }
}
