using System.Text.Json;
using Canary.Aliases;
using Canary.Cli.Traffic;
using Canary.Cli.Watching;
using Canary.Rollouts;
using Canary.Statistics;

namespace Canary.Cli.Tests.Watching;

/// <summary>A rollout of version 2 over version 1, in moments for the tests to pick from.</summary>
internal static class Moments
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);

    public static Rollout Planned { get; } = new()
    {
        Reason = "live is at version 1.",
        Outcome = Outcome.InProgress,
        SchemaVersion = Rollout.Schema,
        Function = "sample",
        Alias = "live",
        Execution = "arn:aws:states:us-east-1:123456789012:execution:Canary:good-1",
        StartedAt = Start,
        StableVersion = "1",
        Steps = [new(Weight.FromPercent(10), 120), new(Weight.FromPercent(50), 60), new(Weight.Full, 0)],
        Plan = new(),
        Internal = new() { Next = NextState.PublishVersion, CurrentStep = -1, Alias = new() },
        Story = [new(Start, "PlanRollout", "The plan is 10 % for 120 s, 50 % for 60 s, 100 %.")],
    };

    public static Rollout Shifted(int step) => Planned with
    {
        CandidateVersion = "2",
        Reason = $"Step {step + 1} of 3.",
        Internal = Planned.Internal with { Next = NextState.Bake, WaitSeconds = 15, CurrentStep = step },
    };

    public static Rollout Checked(int step, NextState next) => Shifted(step) with
    {
        Steps = [.. Planned.Steps.Select((one, i) => i == step ? one with { Checks = 1, Health = HealthState.Healthy } : one)],
        Reason = "1 of 1 alarms OK.",
        Internal = Planned.Internal with { Next = next, CurrentStep = step },
    };

    public static Rollout Promoted { get; } =
        Noted(
            Ended(2, Outcome.Promoted, NextState.Succeeded, "live is at version 2 now."),
            own => own with { PromotedAt = Start.AddSeconds(20) });

    /// <summary>The first deployment: the alias did not exist.</summary>
    public static Rollout Created { get; } = Promoted with { Outcome = Outcome.Created, StableVersion = null };

    /// <summary>The first step waits for a person.</summary>
    public static Rollout Asking { get; } = Noted(
        Checked(0, NextState.Bake) with
        {
            Steps = [Planned.Steps[0] with { ApprovalSeconds = 360 }, .. Planned.Steps.Skip(1)],
        },
        own => own with { ApprovalRequest = new(1, Weight.FromPercent(10), Start.AddMinutes(3)) });

    public static Rollout RolledBack { get; } = Ended(0, Outcome.RolledBack, NextState.Failed, "live is at version 1.");

    public static Rollout Caught { get; } = RolledBack.Found(1.2, HealthState.Unhealthy) with
    {
        Reason = "live is at version 1. Step 1 of 3 at 10 %: candidate 20 % of 50 requests failed, stable 0 % of 450",
    };

    /// <summary>As it is after a check that compared the versions.</summary>
    public static Rollout Found(this Rollout rollout, double? evidence, HealthState health = HealthState.Inconclusive) =>
        Noted(rollout, own => own with
        {
            Analysis = new() { Latest = new(health, evidence, "candidate 20 % of 50 requests failed, stable 0 % of 450") },
        });

    /// <summary>The same, where the state machine remembers something else.</summary>
    public static Rollout Noted(Rollout rollout, Func<RolloutMemory, RolloutMemory> change) =>
        rollout with { Internal = change(rollout.Internal) };

    private static Rollout Ended(int step, Outcome outcome, NextState next, string reason) =>
        Noted(Shifted(step) with { Outcome = outcome, Reason = reason }, own => own with { Next = next, WaitSeconds = 0 });

    public static RolloutView View() => new("sample", "live", TrafficSnapshot.Empty);

    public static RolloutResult Result(string status, Rollout document, AliasState before, AliasState after) =>
        new("a rollout", View() with { Status = status, Document = document }, before, after, TimeSpan.Zero);

    public static RolloutView Apply(this RolloutView view, params HistoryLine[] lines) =>
        lines.Aggregate(view, (now, line) => now.With(line));

    /// <summary>A Task state that is entered, tried once and left.</summary>
    public static HistoryLine[] Ran(string state, Rollout document) =>
        [Line("TaskStateEntered", state), Line("TaskScheduled"), Line("TaskSucceeded"), Exited(state, document)];

    public static HistoryLine Exited(string state, Rollout document) => Line("TaskStateExited", state, Json(document));

    public static HistoryLine Line(string type, string? state = null, string? data = null, string? error = null) =>
        new(0, Start, type, state, data, error);

    public static string Json(Rollout document) => JsonSerializer.Serialize(document, CanaryJson.Relaxed.Rollout);

    public static TrafficSnapshot Served(params (string Version, int Requests, int Failures)[] served)
    {
        var tally = new TrafficTally();
        foreach (var (version, requests, failures) in served)
        {
            for (var i = 0; i < requests; i++) tally.Served(version, i < failures);
        }
        return tally.Snapshot();
    }
}
