using FsCheck;
using FsCheck.Fluent;

namespace Canary.Tests.Rollouts;

/// <summary>Draws plans.</summary>
public static class Plans
{
    public static Arbitrary<Plan> Plan() => Arb.From(
        from analysis in Gen.Elements(Analyses)
        from seed in Gen.Choose(0, 999_999)
        from weights in Gen.Choose(1, 9_999)
            .Select(w => w / 100m)
            .ListOf()
            .Select(list => list.Distinct().Order().Take(analysis is null ? 99 : 20).ToList())
        from bakes in Gen.Choose(1, 1_000).ListOf(weights.Count)
        from lastBake in Gen.Elements(0, 0, 30)
        from after in Gen.Elements(0, 0, 1, 900)
        from hooks in Gen.Elements(
            null,
            null,
            """{ "beforeAllowTraffic": "a" }""",
            """{ "afterAllowTraffic": { "functionName": "b", "waitForCallback": true } }""")
        from answer in Gen.Elements(Rollouts.Plan.Yes, Rollouts.Plan.Yes, "\"x\"", """{ "status": "Failed" }""")
        from approval in Gen.Elements(0, 0, 45, 600)
        from asked in Gen.Choose(0, 99)
        from round in Gen.Elements<int?>(null, 1, 2)
        from interval in Gen.Elements<int?>(null, 60, 600, 3_600)
        from bad in Gen.Elements<int?>(null, 1, 2, 5, 20)
        select new Plan([
            .. weights.Zip(bakes, Given.Step).Select((step, i) => i == asked ? step with { ApprovalSeconds = approval } : step),
            Given.Step(100, lastBake),
        ], interval, bad, "5 > 1")
        {
            BakeAfterPromotion = after,
            Hooks = hooks,
            HookAnswer = answer,
            AnsweredInRound = round,
            Analysis = analysis,
            Seed = seed,
        });

    private static readonly string?[] Analyses =
    [
        null,
        null,
        """{ "promoteEarly": true, "latency": false }""",
        """{ "onInconclusive": "rollback", "waitSeconds": 0 }""",
        """{ "onInconclusive": "wait", "waitSeconds": 300, "onUnreadable": "promote" }""",
        """{ "onUnreadable": "approve", "waitSeconds": 30, "approvalSeconds": 50 }""",
        """{ "onInconclusive": "wait", "waitSeconds": 100, "afterWait": "promote" }""",
        """{ "onInconclusive": "wait", "waitSeconds": 1900, "afterWait": "approve", "approvalSeconds": 700 }""",
        """{ "onInconclusive": "approve", "approvalSeconds": 50, "promoteEarly": true }""",
        """{ "onInconclusive": "rollback", "dryRun": true, "promoteEarly": true }""",
    ];
}
