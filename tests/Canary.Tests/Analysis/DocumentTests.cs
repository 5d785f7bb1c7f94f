using System.Text.Json;
using Canary.Aliases;
using Canary.Input;
using Canary.Planning;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.States;
using Canary.Statistics;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Analysis;

/// <summary>
/// An hour in six steps, checked every 30 s, with all that the analysis can have, and nothing it can say left unsaid.
/// </summary>
public class DocumentTests
{
    private static readonly string Long = new('x', 2_000);
    private static readonly Calibration Bursty = new(19.123456789012345, 1.2345678901234567, .12345678901234567);

    private static readonly Judgement[] Found =
    [
        new(new(HealthState.Inconclusive, Long), [1234567.123456789], 1, true),
        Judgement.Blind(Long),
        new(new(HealthState.Inconclusive, Long), [-1234567.123456789], 1, true),
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void AnHourWithEverything_TheDocument_FitsACauseAtEveryMoment(bool dryRun)
    {
        var rollout = Planned(dryRun);
        var largest = Size(rollout);
        var (at, waits, checks) = (0.0, 0, 0);
        while (rollout.Decision.Next is not (NextState.FreeAlias or NextState.Succeeded))
        {
            rollout = rollout.Decision.Next switch
            {
                NextState.ShiftWeight => Compared.Shifted(rollout, MetricWorld.At(at)),
                NextState.Promote =>
                    Promote.Promoted(rollout, Given.Written(Promote.Wanted(rollout), "revision-9"), MetricWorld.At(at)),
                NextState.Bake when rollout.Internal.ApprovalRequest is not null && ++waits > 0 => CheckHealth.Checked(
                    rollout.Said(new(WordKind.Approve, Long, Long)),
                    new(HealthState.Inconclusive, Long),
                    Verdict(dryRun, checks++),
                    MetricWorld.At(at += rollout.Decision.WaitSeconds)),
                _ => CheckHealth.Checked(
                    rollout,
                    new(HealthState.Inconclusive, Long),
                    Verdict(dryRun, checks++),
                    MetricWorld.At(at += rollout.Decision.WaitSeconds)),
            };
            largest = Math.Max(largest, Size(rollout));
        }

        Assert.Equal((dryRun ? 0 : 6, dryRun ? 120 : 157), (waits, checks));
        Assert.InRange(largest, 10_000, Limits.DocumentBytes);
        Assert.InRange(largest, 10_000, DocumentSize.Largest(Planned(dryRun)));
    }

    [Fact]
    public void AnalysisThatIsTooLarge_IsRefusedAndSaysWhatToLeaveOut()
    {
        var request = Given.Request() with
        {
            Analysis = Asked(false) with { Metrics = [.. Enumerable.Range(0, 5).Select(i => Metric(i, 10, 255))] },
        };

        var refused =
            PlanRollout.Plan(
                request, [], Given.World with { History = new(Compared.NothingRead, null) }, Given.Execution, Given.Time);

        Assert.Equal(Outcome.Refused, refused.Outcome);
        Assert.Contains("fewer steps, fewer alarms, fewer metrics or shorter names", refused.Reason, StringComparison.Ordinal);
    }

    private static Judgement Verdict(bool dryRun, int check) =>
        dryRun && check % 2 == 0 ? new(new(HealthState.Unhealthy, Long), [9], 1, false) : Found[check % 3];

    private static Rollout Planned(bool dryRun)
    {
        var steps = Enumerable.Range(1, 6).Select(i => Given.Step(10 * i, 600)).Append(Given.Step(100, 0)).ToArray();
        var rollout = Given.With(Compared.Shifted(Asked(dryRun), steps), plan => plan with { CheckIntervalSeconds = 30 });
        return Compared.Known(rollout.Note(own => own with { WaitSeconds = 30 }), known => known with
        {
            Errors = Bursty,
            Slow = [new(123_456.78, Bursty), new(899_999.99, Bursty)],
            Metrics = [.. known.Metrics!.Select(metric => metric with { Calibration = Bursty })],
        });
    }

    private static AnalysisRequest Asked(bool dryRun) => new()
    {
        OnInconclusive = OnInconclusive.Approve,
        DryRun = dryRun,
        Metrics = [.. Enumerable.Range(0, 5).Select(i => Metric(i, 4, 20))],
    };

    private static CustomMetric Metric(int index, int sources, int length) => new(
        index + new string('n', 59), MetricKind.Count, MetricDirection.Decrease, ToleranceChoice.Custom,
        Enumerable.Range(0, sources).ToDictionary(i => $"m{i}", _ => new MetricSource(
            new string('s', length),
            new string('m', length),
            "SampleCount",
            new Dictionary<string, string> { ["ExecutedVersion"] = "{version}", ["Stage"] = "live" })),
        string.Join(" + ", Enumerable.Repeat("m0 / m1", 25)));

    private static int Size(Rollout rollout) => JsonSerializer.SerializeToUtf8Bytes(rollout, CanaryJson.Relaxed.Rollout).Length;
}
