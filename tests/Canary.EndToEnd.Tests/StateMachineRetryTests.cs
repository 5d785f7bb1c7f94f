using System.Text.Json;
using Canary.Errors;
using Canary.Rollouts;
using static Canary.EndToEnd.Tests.StateMachineFile;

namespace Canary.EndToEnd.Tests;

/// <summary>What each state tries again, and what it leaves to its Catch.</summary>
public class StateMachineRetryTests
{
    // What Lambda's integration, and a function that ends without an answer, say of what may pass.
    // Lambda answers a conflict while a function is updated.
    private static readonly string[] MayPass =
    [
        "States.Timeout", "Lambda.ServiceException", "Lambda.SdkClientException", "Lambda.AWSLambdaException",
        "Lambda.ClientExecutionTimeoutException", "Lambda.ResourceConflictException",
        "Lambda.ResourceNotReadyException", "Lambda.Unknown",
        "Sandbox.Timedout", "Runtime.ExitError",
    ];

    // What a try later cannot change, and what no state of the rollout's meets.
    private static readonly string[] Final =
        [
        nameof(AccessDenied), nameof(Aborted), nameof(AlarmFired), nameof(AliasChanged), nameof(RolloutInProgress),
        nameof(VersionFailed), nameof(VersionGone), nameof(WeightLeftBehind), nameof(ConcurrencyFailed), nameof(PromotionFailed),
            nameof(ForeignDocument)];

    [Fact]
    public void EveryTaskThatGoesForward_RetriesWhatMayPassAndNothingElse()
    {
        foreach (var task in Own.Except([State("Rollback")]))
        {
            var named = task.GetProperty("Retry").EnumerateArray().SelectMany(Names).ToList();
            Assert.Equal([nameof(CallFailed), .. MayPass], Names(task.GetProperty("Retry").EnumerateArray().Last())
                .Where(name => !IsOfTheDomain(name) || name == nameof(CallFailed)));
            Assert.DoesNotContain("States.ALL", named);
            Assert.DoesNotContain(
                named.Intersect(Final),
                name => name != nameof(AccessDenied) || !task.Equals(State("CheckHealth")));
        }
        Assert.All(Tasks, CheckBound);
    }

    /// <summary>Nothing else gives the alias back, so it is worth a try whatever was said.</summary>
    [Fact]
    public void Rollback_RetriesAnything() =>
        Assert.Equal("States.ALL", Assert.Single(Names(State("Rollback").GetProperty("Retry").EnumerateArray().Last())));

    /// <summary>
    /// A quota that is used up is no fault: it passes, be it after many minutes, and then all of them want to go on.
    /// </summary>
    [Fact]
    public void EveryTask_WaitsForAQuotaForHalfAnHourAndMore()
    {
        foreach (var task in Tasks.Except([State("Rollback")]))
        {
            var retry = task.GetProperty("Retry").EnumerateArray().First();
            Assert.Equal(
                Own.Contains(task) ? [nameof(Throttled), "Lambda.TooManyRequestsException"] : ["Lambda.TooManyRequestsException"],
                Names(retry));
            Assert.Equal("FULL", retry.GetProperty("JitterStrategy").GetString());
            Assert.InRange(MeanWait(retry), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1));
        }
    }

    /// <summary>It tries fifteen times as often as the others, so that one of its tries is the next that AWS takes.</summary>
    [Fact]
    public void Rollback_WaitsForAQuotaAsLong_AndTriesMoreOftenThanAllOthers()
    {
        var (rollback, others) = (State("Rollback").GetProperty("Retry")[0], State("ShiftWeight").GetProperty("Retry")[0]);

        Assert.Equal(Names(others), Names(rollback));
        Assert.InRange(MeanWait(rollback), TimeSpan.FromMinutes(30) - TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        Assert.InRange(MostDelay(rollback), 1, MostDelay(others) / 15);
    }

    private static int MostDelay(JsonElement retry) => retry.GetProperty("MaxDelaySeconds").GetInt32();

    [Fact]
    public void EveryExceptionOfTheDomain_IsRetriedOrFinal()
    {
        var all = typeof(AliasChanged).Assembly
            .GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Exception)))
            .Select(type => type.Name)
            .ToList();
        var retried = Own.SelectMany(task => task.GetProperty("Retry").EnumerateArray())
            .SelectMany(Names)
            .Where(IsOfTheDomain)
            .Except([nameof(AccessDenied)]);

        Assert.Equal(all.Order(), retried.Concat(Final).Distinct().Order());
    }

    [Fact]
    public void EveryHook_IsRetriedOnlyWhereItHasNotRun() => Assert.All(Hooks, hook => Assert.Equal(
        ["Lambda.TooManyRequestsException", "Lambda.ServiceException", "Lambda.SdkClientException"],
        hook.Value.GetProperty("Retry").EnumerateArray().SelectMany(Names)));

    [Fact]
    public void EveryErrorByName_IsAnExceptionOfTheDomain()
    {
        var named = Own.SelectMany(task => task.GetProperty("Retry").EnumerateArray()).SelectMany(Names).Where(IsOfTheDomain);
        var domain = typeof(AliasChanged).Assembly
            .GetTypes()
            .Where(type => type.BaseType == typeof(Exception))
            .Select(type => type.Name)
            .ToHashSet();

        Assert.All(named.Distinct(), name => Assert.Contains(name, domain));
    }

    [Fact]
    public void TheRetries_LeaveRoomInTheHistory()
    {
        // Each retry costs three events.
        var most = Tasks.Sum(task => task.GetProperty("Retry")
            .EnumerateArray()
            .Sum(retry => retry.GetProperty("MaxAttempts").GetInt32() * 3));

        Assert.InRange(most, 1, HistoryBudget.ForRetries);
    }

    // Full jitter waits half of each delay on average.
    private static TimeSpan MeanWait(JsonElement retry)
    {
        var (delay, sum) = (retry.GetProperty("IntervalSeconds").GetDouble(), 0.0);
        for (var attempt = 0; attempt < retry.GetProperty("MaxAttempts").GetInt32(); attempt++)
        {
            sum += Math.Min(delay, retry.GetProperty("MaxDelaySeconds").GetDouble()) / 2;
            delay *= retry.GetProperty("BackoffRate").GetDouble();
        }
        return TimeSpan.FromSeconds(sum);
    }

    private static bool IsOfTheDomain(string name) => !name.Contains('.', StringComparison.Ordinal);

    private static void CheckBound(JsonElement task)
    {
        var last = task.GetProperty("Retry").EnumerateArray().Last();
        Assert.Equal("FULL", last.GetProperty("JitterStrategy").GetString());
        Assert.InRange(last.GetProperty("BackoffRate").GetDouble(), 1.5, 3);
        Assert.InRange(last.GetProperty("MaxDelaySeconds").GetInt32(), 5, 60);
        Assert.InRange(last.GetProperty("MaxAttempts").GetInt32(), 3, 20);
    }
}
