using Canary.Cli.Setup;
using Canary.Cli.Watching;
using Canary.Local.Faults;
using Canary.Local.Wire;
using Canary.Rollouts;

namespace Canary.Cli.Scenarios;

/// <summary>One of Canary's own Lambdas crashes for good in the middle of a rollout.</summary>
internal sealed class CrashScenario : IScenario
{
    private const string Function = "canary-CheckHealthFunction";

    public string Name => "crash";

    public string About => "one of Canary's own Lambdas crashes for good: retried, given up, rolled back";

    public async Task<ScenarioResult> ShowAsync(Pipeline pipeline, CancellationToken cancellationToken)
    {
        var faults = pipeline.Stack.Aws.Faults;
        var crash = new Interference("fault", Interference.IsMiddle, (_, _) =>
        {
            faults.Add(new Fault(ApiCall.Function, Function, FaultKind.CrashBefore));
            return Task.FromResult($"From now on the process of {Function} crashes at every call.");
        });
        var rollout = await pipeline.ReleaseAsync(
            new("A good version, and Canary's health check crashes (RELEASE=2)", "crash", ReleasePlan.ShortPlan)
            {
                Meanwhile = [crash],
            },
            new() { ["RELEASE"] = "2" },
            cancellationToken);
        var crashes = faults.Strikes.Count;
        var shown = $"{Function} crashed {crashes} times; "
            + $"the rollout gave up, ended as {Outcome.Failed}, and {Sample.Alias} is at {rollout.AliasAfter} as before.";
        return new([rollout], shown, Faults(rollout, crashes));
    }

    /// <param name="rollout">The rollout.</param>
    /// <param name="crashes">How often the Lambda crashed.</param>
    internal static IReadOnlyList<string> Faults(RolloutResult rollout, int crashes) =>
    [
        .. Expect.Ended(rollout, Outcome.Failed),
        .. Expect.Alias(rollout, rollout.AliasBefore),
        .. Expect.That(crashes > 1, $"A Lambda that crashes should be tried again, but it was called {crashes} times."),
    ];
}
