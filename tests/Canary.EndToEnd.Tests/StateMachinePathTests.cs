using System.Text.Json;
using Canary.Aliases;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.States;
using Canary.Statistics;
using static Canary.EndToEnd.Tests.StateMachineFile;

namespace Canary.EndToEnd.Tests;

/// <summary>
/// A path that is missing is States.Runtime, which no Catch sees: each must be in every document that comes there.
/// </summary>
public class StateMachinePathTests
{
    /// <summary>
    /// A path that is missing is States.Runtime, which no Catch sees: each must be in every document that comes there.
    /// </summary>
    private static readonly Rollout Released = new()
    {
        Reason = "",
        Outcome = Outcome.InProgress,
        SchemaVersion = Rollout.Schema,
        Function = "orders",
        Alias = "live",
        Execution = "arn:aws:states:us-east-1:123456789012:execution:canary:test",
        StartedAt = DateTimeOffset.UnixEpoch,
        StableVersion = "1",
        Plan = new(),
        Internal = new() { Next = NextState.HoldAlias, CurrentStep = -1, Alias = new() },
    };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void EveryHook_FindsEveryPathInTheDocument(bool callback)
    {
        var hook = new Hook("my-hook", 60, callback);
        var document = JsonSerializer.SerializeToElement(Released with
        {
            Steps = [new(Weight.Full, 0)],
            Plan = new() { Hooks = new(hook, hook) },
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

    [Fact]
    public void Bake_FindsEveryPathInTheDocument()
    {
        var document = JsonSerializer.SerializeToElement(Released with
        {
            CandidateVersion = "2",
            Steps = [new(Weight.FromPercent(10), 60) { ApprovalSeconds = 60 }, new(Weight.Full, 0)],
            Plan = new() { CheckIntervalSeconds = 15 },
            Internal = new() { Next = NextState.Bake, WaitSeconds = 60, CurrentStep = 0, Alias = new() },
        }, CanaryJson.Relaxed.Rollout).Deserialize(CanaryJson.Relaxed.Rollout)!;
        var asked = CheckHealth.Checked(document, new(HealthState.Healthy, "quiet"), DateTimeOffset.UnixEpoch);
        var waiting = CheckHealth.Checked(asked, new(HealthState.Healthy, "quiet"), DateTimeOffset.UnixEpoch.AddSeconds(15));

        Assert.Equal((NextState.Bake, NextState.Bake), (asked.Decision.Next, waiting.Decision.Next));
        foreach (var rollout in new[] { asked, waiting }) CheckPaths(State("Bake"), rollout);
        Assert.InRange(waiting.Decision.WaitSeconds, 1, 15);
    }

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
        : field.Name.EndsWith(".$", StringComparison.Ordinal) || field.Name is "TimeoutSecondsPath" or "SecondsPath"
            ? [field.Value.GetString()!]
            : []);
}
