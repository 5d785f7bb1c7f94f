using Canary.Checks;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Checks;

public class CheckPaceTests
{
    private static readonly Look<IReadOnlyCollection<AlarmReading>> Throttled = new(null, IsThrottled: true);
    private static readonly Look<IReadOnlyCollection<AlarmReading>> Taken = new([]);

    [Fact]
    public void WaitSeconds_NeverThrottled_IsThePlansToTheSecond()
    {
        var (rollout, at) = (Given.Shifted(Given.Step(10, 3_600), Given.Step(100, 0)), Given.Time);
        for (var check = 0; check < 100; check++)
        {
            Assert.Equal(15, rollout.Decision.WaitSeconds);
            (rollout, at) = Check(rollout, at, Taken);
        }
    }

    [Fact]
    public void WaitSeconds_ThrottledAndThenNot_IsStretchedAndComesBack()
    {
        var (rollout, at) = (Given.Shifted(Given.Step(10, 10_000), Given.Step(100, 0)), Given.Time);
        for (var check = 0; check < 6; check++)
        {
            (rollout, at) = Check(rollout, at, Throttled);
            Assert.InRange(rollout.Decision.WaitSeconds, 7, 23);
        }
        (rollout, at) = Check(rollout, at, Taken);
        Assert.InRange(rollout.Decision.WaitSeconds, 34, 52);
        var until = at.AddHours(1);
        while (at < until) (rollout, at) = Check(rollout, at, Taken);

        Assert.Equal(15, rollout.Decision.WaitSeconds);
    }

    [Fact]
    public void WaitSeconds_OfManyExecutions_DiffersAndIsTheSameEachTime()
    {
        int Wait(string execution)
        {
            var rollout = Given.Shifted(Given.Step(10, 3_600), Given.Step(100, 0)) with { Execution = execution };
            return Check(rollout, Given.Time, Throttled).Rollout.Decision.WaitSeconds;
        }

        var waits = Enumerable.Range(0, 1_000).Select(i => Wait($"{Given.Execution}{i}")).ToList();

        Assert.Equal(waits, Enumerable.Range(0, 1_000).Select(i => Wait($"{Given.Execution}{i}")));
        Assert.InRange(waits.Average(), 14, 16);
        Assert.True(waits.Distinct().Count() > 12);
    }

    private static (Rollout Rollout, DateTimeOffset At) Check(
        Rollout rollout, DateTimeOffset at, Look<IReadOnlyCollection<AlarmReading>> alarms)
    {
        at = at.AddSeconds(rollout.Decision.WaitSeconds);
        return (CheckHealth.Concluded(rollout, new(null, alarms, null), at), at);
    }
}
