using System.Text.Json;
using Canary.Aliases;
using Canary.Errors;
using Canary.Local.Deploy;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.States;
using Canary.Statistics;

namespace Canary.EndToEnd.Tests;

/// <summary>What the state machine's file and the code promise each other, and what every state must have.</summary>
public class StateMachineTests
{
    private static readonly JsonElement Machine =
        JsonDocument.Parse(SourceTree.Find(AppContext.BaseDirectory).Read("statemachines/canary.asl.json")).RootElement;

    private static IEnumerable<JsonProperty> Everything => Machine.GetProperty("States").EnumerateObject();

    private static IEnumerable<JsonElement> Tasks =>
        Everything.Select(state => state.Value).Where(state => state.GetProperty("Type").ValueEquals("Task"));

    /// <summary>
    /// The tasks that run Canary's own Lambdas; the others run the user's hooks, whose names the document holds,
    /// or wait for a person.
    /// </summary>
    private static IEnumerable<JsonElement> Own => Tasks.Except([State("AskApproval"), State("AwaitApproval")])
        .Where(task => task.GetProperty("Parameters").TryGetProperty("FunctionName", out _));

    private static IEnumerable<JsonProperty> Hooks =>
        Everything.Where(state => state.Name.Contains("AllowTraffic", StringComparison.Ordinal));

    [Fact]
    public void EveryState_HasACommentForAnOperator() =>
        Assert.All(Everything, state => Assert.True(state.Value.GetProperty("Comment").GetString()!.Length > 20, state.Name));

    [Fact]
    public void EveryTask_EndsInTime()
    {
        Assert.All(Own, task => Assert.InRange(task.GetProperty("TimeoutSeconds").GetInt32(), 21, 60));
        Assert.All(
            Hooks,
            hook => Assert.Equal($"{PathOf(hook)}.timeoutSeconds", hook.Value.GetProperty("TimeoutSecondsPath").GetString()));
        Assert.InRange(State("AskApproval").GetProperty("TimeoutSeconds").GetInt32(), 21, 60);
        Assert.Equal("$.internal.waitSeconds", State("AwaitApproval").GetProperty("TimeoutSecondsPath").GetString());
        Assert.Equal(Tasks.Count(), Own.Count() + Hooks.Count() + 2);
        Assert.InRange(Machine.GetProperty("TimeoutSeconds").GetInt32(), Limits.TotalBakeSeconds + 3_600, 31_536_000);
    }

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

    private static bool IsOfTheDomain(string name) => !name.Contains('.', StringComparison.Ordinal);

    [Fact]
    public void EveryHook_IsRetriedOnlyWhereItHasNotRun() => Assert.All(Hooks, hook => Assert.Equal(
        ["Lambda.TooManyRequestsException", "Lambda.ServiceException", "Lambda.SdkClientException"],
        Names(Assert.Single(hook.Value.GetProperty("Retry").EnumerateArray()))));

    /// <summary>
    /// A path that is missing is States.Runtime, which no Catch sees: each must be in every document that comes there.
    /// </summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EveryHook_FindsEveryPathInTheDocument(bool callback)
    {
        var hook = new Hook("my-hook", 60, callback);
        var document = JsonSerializer.SerializeToElement(new Rollout
        {
            Reason = "",
            Outcome = Outcome.InProgress,
            SchemaVersion = Rollout.Schema,
            Function = "orders",
            Alias = "live",
            Execution = "arn:aws:states:us-east-1:123456789012:execution:canary:test",
            StartedAt = DateTimeOffset.UnixEpoch,
            StableVersion = "1",
            Steps = [new(Weight.Full, 0)],
            Plan = new() { Hooks = new(hook, hook) },
            Internal = new() { Next = NextState.HoldAlias, CurrentStep = -1, Alias = new() },
        }, CanaryJson.Relaxed.Rollout);
        var version = new FunctionVersion("2", null, "Active", "Successful", null);
        var published =
            PublishVersion.Published(document.Deserialize(CanaryJson.Relaxed.Rollout)!, version, DateTimeOffset.UnixEpoch);
        var before = AwaitVersion.Awaited(published, version, DateTimeOffset.UnixEpoch);
        var after = Promote.Promoted(before, new(new("2"), "r"), DateTimeOffset.UnixEpoch);

        foreach (var rollout in new[] { before, after })
        {
            var state = Machine.GetProperty("States").GetProperty(rollout.Decision.Next.ToString());
            Assert.Equal(
                callback,
                state.GetProperty("Resource").GetString()!.EndsWith(".waitForTaskToken", StringComparison.Ordinal));
            CheckPaths(state, rollout);
        }
    }

    private static void CheckBound(JsonElement task)
    {
        var last = task.GetProperty("Retry").EnumerateArray().Last();
        Assert.Equal("FULL", last.GetProperty("JitterStrategy").GetString());
        Assert.InRange(last.GetProperty("BackoffRate").GetDouble(), 1.5, 3);
        Assert.InRange(last.GetProperty("MaxDelaySeconds").GetInt32(), 5, 60);
        Assert.InRange(last.GetProperty("MaxAttempts").GetInt32(), 3, 20);
    }

    [Fact]
    public void EveryTaskThatMayHaveTouchedTheAlias_IsCaughtByRollback()
    {
        var elsewhere = Everything.Except(Hooks).Where(state => state.Value.TryGetProperty("Catch", out var catches)
            && catches.EnumerateArray().Any(rule => rule.GetProperty("Next").GetString() != "Rollback"))
            .Select(state => state.Name);

        Assert.Equal(["PlanRollout", "AskApproval", "AwaitApproval", "Rollback"], elsewhere);
        Assert.All(Tasks, task => Assert.Equal("States.ALL", Names(task.GetProperty("Catch").EnumerateArray().Last()).Single()));
    }

    [Fact]
    public void EveryHook_WhateverItAnswers_IsJudged() => Assert.All(Hooks, hook =>
    {
        // AWS's guide says that States.ALL leaves this one out.
        Assert.Equal("States.DataLimitExceeded", Names(hook.Value.GetProperty("Catch")[0]).Single());
        Assert.Equal(2, hook.Value.GetProperty("Catch").GetArrayLength());
        Assert.All(hook.Value.GetProperty("Catch").EnumerateArray(), rule => Assert.Equal(
            ("CheckHook", "$.error"),
            (rule.GetProperty("Next").GetString(), rule.GetProperty("ResultPath").GetString())));
        Assert.Equal("CheckHook", hook.Value.GetProperty("Next").GetString());
    });

    [Fact]
    public void AskApproval_WhateverBecomesOfTheEvent_GoesOnToWait()
    {
        var caught = Assert.Single(State("AskApproval").GetProperty("Catch").EnumerateArray());

        Assert.Equal(
            ("AwaitApproval", "AwaitApproval"),
            (caught.GetProperty("Next").GetString(), State("AskApproval").GetProperty("Next").GetString()));
        Assert.Equal(
            (JsonValueKind.Null, JsonValueKind.Null),
            (caught.GetProperty("ResultPath").ValueKind, State("AskApproval").GetProperty("ResultPath").ValueKind));
    }

    [Fact]
    public void AwaitApproval_AtEachInterval_LooksAtTheHealthAndElseIsJudged()
    {
        var state = State("AwaitApproval");
        var catches = state.GetProperty("Catch").EnumerateArray().ToList();

        Assert.Equal(
            [("States.Timeout", "CheckHealth"), ("States.ALL", "CheckApproval")],
            catches.Select(rule => (Names(rule).Single(), rule.GetProperty("Next").GetString()!)));
        Assert.Equal("CheckApproval", state.GetProperty("Next").GetString());
        // A person's no, and the end of the interval, are no faults to retry.
        Assert.All(
            Names(Assert.Single(state.GetProperty("Retry").EnumerateArray())),
            name => Assert.Matches("^(Lambda|Runtime|Sandbox)\\.", name));
    }

    [Fact]
    public void AskAndAwaitApproval_FindEveryPathInTheDocument()
    {
        var document = JsonSerializer.SerializeToElement(new Rollout
        {
            Reason = "",
            Outcome = Outcome.InProgress,
            SchemaVersion = Rollout.Schema,
            Function = "orders",
            Alias = "live",
            Execution = "arn:aws:states:us-east-1:123456789012:execution:canary:test",
            StartedAt = DateTimeOffset.UnixEpoch,
            StableVersion = "1",
            CandidateVersion = "2",
            Steps = [new(Weight.FromPercent(10), 60) { ApprovalSeconds = 60 }, new(Weight.Full, 0)],
            Plan = new() { CheckIntervalSeconds = 15 },
            Internal = new() { Next = NextState.Bake, WaitSeconds = 60, CurrentStep = 0, Alias = new() },
        }, CanaryJson.Relaxed.Rollout).Deserialize(CanaryJson.Relaxed.Rollout)!;
        var asked = CheckHealth.Checked(document, new(HealthState.Healthy, "quiet"), DateTimeOffset.UnixEpoch);
        var waiting = CheckHealth.Checked(asked, new(HealthState.Healthy, "quiet"), DateTimeOffset.UnixEpoch.AddSeconds(15));

        Assert.Equal((NextState.AskApproval, NextState.AwaitApproval), (asked.Decision.Next, waiting.Decision.Next));
        CheckPaths(State("AskApproval").GetProperty("Parameters").GetProperty("Entries")[0], asked);
        foreach (var rollout in new[] { asked, waiting }) CheckPaths(State("AwaitApproval"), rollout);
        Assert.InRange(waiting.Decision.WaitSeconds, 1, 15);
    }

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

    /// <summary>The other one's cause is the document, which begins with its reason.</summary>
    [Theory]
    [InlineData("PlanFailed")]
    [InlineData("RollbackFailed")]
    public void EveryFailureWithoutADocument_BeginsWithASentence(string state) =>
        Assert.Matches(@"^States\.Format\('[A-Z][^{]+ [^']+: \{\}', ", State(state).GetProperty("CausePath").GetString()!);

    [Fact]
    public void EveryDecision_NamesAState()
    {
        var decide = Machine.GetProperty("States").GetProperty("Decide");
        var leads = decide.GetProperty("Choices")
            .EnumerateArray()
            .ToDictionary(rule => rule.GetProperty("StringEquals").GetString()!, rule => rule.GetProperty("Next").GetString());

        Assert.All(leads, rule => Assert.Equal(rule.Key, rule.Value));
        Assert.Equal(Enum.GetNames<NextState>().Order(), leads.Keys.Append(decide.GetProperty("Default").GetString()!).Order());
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

    private static string PathOf(JsonProperty hook) =>
        $"$.plan.hooks.{(hook.Name.StartsWith("Before", StringComparison.Ordinal) ? "before" : "after")}AllowTraffic";

    private static JsonElement State(string name) => Machine.GetProperty("States").GetProperty(name);

    private static void CheckPaths(JsonElement template, Rollout rollout)
    {
        var given = JsonSerializer.SerializeToElement(rollout, CanaryJson.Relaxed.Rollout);
        var paths = PathsIn(template).Where(path => !path.StartsWith("$$.", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(paths);
        Assert.All(paths, path => Assert.NotEqual(
            JsonValueKind.Null,
            path.Split('.').Skip(1).Aggregate(given, (at, name) => at.GetProperty(name)).ValueKind));
    }

    private static IEnumerable<string> PathsIn(JsonElement template) => template.EnumerateObject().SelectMany(field =>
        field.Value.ValueKind == JsonValueKind.Object ? PathsIn(field.Value)
        : field.Name.EndsWith(".$", StringComparison.Ordinal) || field.Name == "TimeoutSecondsPath" ? [field.Value.GetString()!]
            : []);

    private static IEnumerable<string> Names(JsonElement rule) =>
        rule.GetProperty("ErrorEquals").EnumerateArray().Select(name => name.GetString()!);
}
