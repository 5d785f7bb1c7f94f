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
        "States.Timeout", "Lambda.TooManyRequestsException", "Lambda.ServiceException",
        "Lambda.SdkClientException", "Lambda.AWSLambdaException",
        "Lambda.ClientExecutionTimeoutException", "Lambda.ResourceConflictException",
        "Lambda.ResourceNotReadyException", "Lambda.Unknown",
        "Sandbox.Timedout", "Runtime.ExitError",
    ];

    // What a try later cannot change, and what no state of the rollout's meets.
    private static readonly string[] Final =
        [
        nameof(AccessDenied), nameof(AliasChanged), nameof(RolloutInProgress), nameof(VersionFailed),
        nameof(VersionGone), nameof(WeightLeftBehind), nameof(ConcurrencyFailed), nameof(PromotionFailed),
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
        Assert.Equal(MayPass[1..], Names(Assert.Single(State("AwaitApproval").GetProperty("Retry").EnumerateArray())));
        Assert.All(Tasks, CheckBound);
    }

    /// <summary>Nothing else gives the alias back, so it is worth a try whatever was said.</summary>
    [Fact]
    public void Rollback_RetriesAnything() =>
        Assert.Equal("States.ALL", Assert.Single(Names(State("Rollback").GetProperty("Retry").EnumerateArray().Last())));

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
        Names(Assert.Single(hook.Value.GetProperty("Retry").EnumerateArray()))));

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
        // Each retry costs three events. The budget reckons those of the checks separately.
        var most = Tasks.Sum(task => task.GetProperty("Retry")
            .EnumerateArray()
            .Sum(retry => retry.GetProperty("MaxAttempts").GetInt32() * 3));

        Assert.InRange(most, 1, HistoryBudget.ForOtherRetries);
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
