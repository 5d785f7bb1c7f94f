using Canary.Cli.Setup;
using Canary.Cli.Watching;
using Canary.Rollouts;

namespace Canary.Cli.Scenarios;

/// <summary>
/// The alarm is in ALARM before the rollout starts: the live version is bad, and the candidate is what mends it.
/// </summary>
internal sealed class AlreadyFiringScenario : IScenario
{
    private const string Plan = """
        "steps":[{"weight":10,"bakeSeconds":30}]
        """;

    public string Name => "already-firing";

    public string About => "the alarm is in ALARM before the start: refused, then allowed by allowAlarmsInAlarm";

    public async Task<ScenarioResult> ShowAsync(Pipeline pipeline, CancellationToken cancellationToken)
    {
        var byHand = new Operator(pipeline.Stack.Clients.Lambda);
        await pipeline.Stack.ChangeAsync(new() { ["RELEASE"] = "2", ["ERROR_RATE"] = "0.2" }, cancellationToken);
        var bad = await byHand.PublishAsync(cancellationToken);
        await byHand.SetAliasAsync(bad, cancellationToken);
        pipeline.Say($"Somebody has set {Sample.Alias} to version {bad} by hand, which fails each fifth request. "
            + $"Waiting until {Sample.Alarm} fires …");
        await pipeline.UntilAlarmAsync(cancellationToken);
        var mended = new Dictionary<string, string> { ["RELEASE"] = "3" };
        var refused = await pipeline.ReleaseAsync(
            new("1 of 2: the version that mends it (RELEASE=3), while the alarm is in ALARM", "refused", Plan),
            mended,
            cancellationToken);
        var allowed = await pipeline.ReleaseAsync(
            new("2 of 2: the same, with allowAlarmsInAlarm", "allowed", $"{Plan},\"allowAlarmsInAlarm\":[\"{Sample.Alarm}\"]"),
            mended,
            cancellationToken);
        const string Shown = "With its alarm in ALARM the rollout was refused and said why; "
            + "with allowAlarmsInAlarm it was promoted, and recorded that.";
        return new([refused, allowed], Shown, Faults(refused, allowed));
    }

    /// <param name="refused">The rollout that was started first.</param>
    /// <param name="allowed">The one with allowAlarmsInAlarm.</param>
    internal static IReadOnlyList<string> Faults(RolloutResult refused, RolloutResult allowed) =>
    [
        .. Expect.Ended(refused, Outcome.Refused),
        .. Expect.Alias(refused, refused.AliasBefore),
        .. Expect.That(
            refused.View.Document?.Reason.Contains(Sample.Alarm, StringComparison.Ordinal) == true,
            "The refusal does not name the alarm."),
        .. Expect.Ended(allowed, Outcome.Promoted),
        // Once it has been OK it is watched: then only the story still says so.
        .. Expect.That(
            allowed.View.Document?.Story.Any(entry => entry.Text.Contains("disregarded", StringComparison.Ordinal)
                && entry.Text.Contains(Sample.Alarm, StringComparison.Ordinal)) == true,
            "The report does not say that the alarm was disregarded."),
    ];
}
