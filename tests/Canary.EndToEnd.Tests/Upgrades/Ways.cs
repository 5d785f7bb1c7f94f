using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.Local.Faults;
using Canary.Local.Wire;

namespace Canary.EndToEnd.Tests.Upgrades;

/// <summary>Rollouts that together enter every state of the state machine.</summary>
internal static class Ways
{
    private static readonly Script Plain = new() { Steps = [(10, 20), (50, 20)], Analysis = AnalysisWord.Off };

    public static IReadOnlyList<Script> All { get; } =
    [
        Plain with
        {
            Analysis = AnalysisWord.Default,
            BakeAfterPromotion = 10,
            Approval = 60,
            ResumesAfterPause = true,
            Before = HookWord.Passes,
            After = HookWord.Passes,
            Acts =
            [
                new Act(Moment.AtSecond(12), Deed.Pause, Seconds: 10),
                new Act(Moment.AtSecond(57), Deed.Approve),
            ],
        },
        Plain with { Before = HookWord.Passes, After = HookWord.Passes, HasCallbacks = true },
        Plain with { HasAlias = false },
        Plain with { Provisioned = 2, RaisedTo = 4, StartsAt = 80 },
        Plain with { Acts = [new Act(Moment.AtSecond(13), Deed.Breach)] },
        Plain with { Faults = [Broken("canary-PlanRollout")] },
        Plain with
        {
            Acts = [new Act(Moment.AtSecond(13), Deed.Breach)],
            Faults = [Broken("canary-RollbackFunction")],
        },
    ];

    // Longer than any state tries.
    private static Fault Broken(string function) =>
        Scripts.Given(ApiCall.Function, function, FaultKind.CrashBefore, nth: 1, times: 40);
}
