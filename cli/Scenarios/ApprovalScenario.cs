using Canary.Aliases;
using Canary.Cli.Finding;
using Canary.Cli.Screens;
using Canary.Cli.Watching;
using Canary.Rollouts;

namespace Canary.Cli.Scenarios;

/// <summary>A step waits for a person, who approves it.</summary>
internal sealed class ApprovalScenario : IScenario
{
    private const string Approver = "alice";

    private const string Why = "The greetings look right.";

    private const string Plan = """
        "steps":[{"weight":10,"bakeSeconds":30,"approvalSeconds":600},{"weight":50,"bakeSeconds":30}]
        """;

    public string Name => "approval";

    public string About => "a step waits for a person, who approves it: who and why are in the report";

    /// <summary>
    /// Slow, since the Lambda that takes the approval runs in real time.
    /// </summary>
    public double Speed => 8;

    public async Task<ScenarioResult> ShowAsync(Pipeline pipeline, CancellationToken cancellationToken)
    {
        var approval = new Interference(Approver, IsAsked, async (view, cancel) => (await pipeline.SayAsync(
            new(WordKind.Approve, RolloutName.Parse(view.Document!.Execution), Approver, Why), cancel)).Message);
        var rollout = await pipeline.ReleaseAsync(
            new("A good version that a person must approve (RELEASE=2)", "approval", Plan) { Meanwhile = [approval] },
            new() { ["RELEASE"] = "2" },
            cancellationToken);
        var given = rollout.View.Document?.Steps is [{ Approval: { } known }, ..] ? known : null;
        var shown = $"{given?.By} approved step 1 at {Format.Time(given?.At ?? default)}: "
            + $"\"{given?.Reason}\" Then the rollout went on and was promoted.";
        return new([rollout], shown, Faults(rollout));
    }

    internal static IReadOnlyList<string> Faults(RolloutResult rollout) =>
    [
        .. Expect.Ended(rollout, Outcome.Promoted),
        .. Expect.That(
            rollout.View.Document?.Steps is [{ Approval: { Approved: true, By: Approver, Reason: Why } }, ..],
            "The report does not say who approved the first step, and why."),
    ];

    /// <summary>It has waited for a while: the alarms were looked at once since.</summary>
    private static bool IsAsked(RolloutView view) =>
        view is { HasEnded: false, Document: { Decision.Next: NextState.Bake, Internal.ApprovalRequest: not null } };
}
