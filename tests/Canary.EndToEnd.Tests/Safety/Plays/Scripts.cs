using Canary.EndToEnd.Tests.Safety.Worlds;
using Canary.Local.Faults;
using Canary.Local.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>Draws scripts.</summary>
internal static class Scripts
{
    public static readonly string[] Calls =
    [
        "lambda:GetAlias",
        "lambda:UpdateAlias",
        "lambda:PublishVersion",
        "lambda:GetFunction",
        "cloudwatch:DescribeAlarms",
        "cloudwatch:GetMetricData",
    ];

    public static readonly string[] Lambdas =
    [
        "PlanRollout", "HoldAlias", "PublishVersion", "AwaitVersion", "ShiftWeight", "CheckHealth", "Promote",
        "FreeAlias", "Rollback", "CheckHook",
    ];

    // What gives back after the end, and what it calls. No column of the page: it comes to the same, a sweep later.
    private static readonly string[] CallsAfterTheEnd = ["states:ListExecutions", "states:GetExecutionHistory"];

    // What only tells: no column either, for it comes to nothing.
    private static readonly string[] Tellings = ["events:PutEvents", "events:PutEvents"];

    // What only some rollouts get to.
    private static readonly string[] RareCalls =
        ["lambda:CreateAlias", "lambda:PutProvisionedConcurrencyConfig", "lambda:GetProvisionedConcurrencyConfig"];
    private static readonly string[] RareLambdas =
    [
        "RestoreAlias", "CreateAlias", "RaiseConcurrency", "AwaitConcurrency", "AwaitPromotion", "Approve", "Control",
    ];

    /// <summary>Every Lambda that a fault may strike.</summary>
    public static IEnumerable<string> AllLambdas => [.. Lambdas, .. RareLambdas];

    public static readonly FaultKind[] OfCalls =
    [
        FaultKind.Throttle, FaultKind.ServerError, FaultKind.Unavailable, FaultKind.AccessDenied,
        FaultKind.TimeOutBefore, FaultKind.TimeOutAfter, FaultKind.LostResponse,
        FaultKind.ConnectionRefused, FaultKind.Slow, FaultKind.Late,
    ];

    public static readonly FaultKind[] OfLambdas =
    [
        FaultKind.Throttle, FaultKind.ServerError, FaultKind.CrashBefore, FaultKind.CrashAfter,
        FaultKind.UnknownError, FaultKind.TimeOutBefore, FaultKind.TimeOutAfter,
        FaultKind.Late,
    ];

    /// <summary>Scripts whose course does not hang on chance: either people at given seconds, or a Lambda that fails.</summary>
    public static Gen<Script> Plain =>
        from steps in Steps
        from bakeAfter in Gen.Elements(0, 10)
        from deed in Gen.Elements(Deed.Stop, Deed.SetStable, Deed.Describe, Deed.StartAgain)
        from second in BetweenSteps
        from name in Gen.Elements("PublishVersion", "ShiftWeight", "CheckHealth", "Promote", "FreeAlias")
        from kind in Gen.Elements(FaultKind.CrashBefore, FaultKind.CrashAfter)
        from times in Gen.Elements(1, 8)
        from people in Gen.Elements(true, false)
        select new Script
        {
            Steps = steps,
            BakeAfterPromotion = bakeAfter,
            Acts = people ? [new Act(Moment.AtSecond(second), deed)] : [],
            Faults = people ? [] : [Given(ApiCall.Function, World.NameOf(name), kind, 1, times)],
        };

    public static Arbitrary<Script> All => Arb.From(Gen.Frequency((5, Any), (1, Crowded)), SmallerScripts.Of);

    /// <summary>
    /// Rollouts among which nothing fails: AWS throttles, and people do little or much, also while it waits to be let through.
    /// </summary>
    private static Gen<Script> Crowded =>
        from script in Any
        from crowds in SomeOf(Crowd(script.TotalBake), 1, 1, 2)
        from second in Gen.Choose(0, script.TotalBake + 20)
        from later in Gen.Elements(0, 0, 30, 120, 400)
        from deed in Gen.Elements<Deed?>(null, Deed.Breach, Deed.Breach, Deed.Stop)
        from plain in Gen.Elements(true, true, false)
        let acts = Alone(deed, second + later)
        let asked = plain ? script with { Approval = 0, Acts = acts } : script
        select asked with { Crowds = crowds, Faults = [], Outages = [], LosesEvents = false, HasChanged = true };

    private static Gen<Script> Any =>
        from steps in Steps
        from interval in Gen.Elements(5, 10, 20)
        from bakeAfter in Gen.Elements(0, 0, 10, 25)
        from approval in Gen.Elements(0, 0, 0, 30, 60)
        from resumes in Gen.Elements(true, false)
        from before in Hook
        from after in Hook
        from callbacks in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        from alias in Gen.Frequency(
            (15, Gen.Constant((true, 0, 0))),
            (1, Gen.Constant((false, 0, 0))),
            (1, Gen.Constant((true, 2, 0))),
            (1, Gen.Constant((true, 2, 4))))
        from analysis in Gen.Frequency(
            (3, Gen.Constant(AnalysisWord.Default)),
            (6, Gen.Constant(AnalysisWord.Off)),
            (2, Gen.Elements(
                AnalysisWord.DryRun, AnalysisWord.Wait, AnalysisWord.Evidence, AnalysisWord.InTheDark, AnalysisWord.Rollback)))
        from changed in Gen.Frequency((12, Gen.Constant(true)), (1, Gen.Constant(false)))
        from acts in Gen.Frequency(
            (5, SomeOf(Act(steps.Sum(step => step.Bake)), 0, 0, 1, 1, 1, 2, 3)), (4, Stories.Any(steps.Sum(step => step.Bake))))
        from faults in SomeOf(Fault, 0, 0, 1, 1, 2, 3)
        from outages in SomeOf(Outage(steps.Sum(step => step.Bake)), 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)
        from crowds in SomeOf(Crowd(steps.Sum(step => step.Bake)), 0, 0, 0, 0, 0, 1, 1, 2)
        from loses in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Script
        {
            Steps = steps,
            Interval = interval,
            BakeAfterPromotion = bakeAfter,
            Approval = approval,
            ResumesAfterPause = resumes,
            Before = callbacks ? before : Heard(before),
            After = callbacks ? after : Heard(after),
            HasCallbacks = callbacks,
            HasAlias = alias.Item1,
            Provisioned = alias.Item2,
            RaisedTo = alias.Item3,
            Analysis = analysis,
            HasChanged = changed,
            Acts = acts,
            Faults = faults,
            Outages = outages,
            Crowds = crowds,
            LosesEvents = loses,
        };

    private static List<Act> Alone(Deed? deed, int second) => deed is { } one ? [new(Moment.AtSecond(second), one)] : [];

    // At a multiple of five the rollout may act itself, and who comes first is chance.
    private static Gen<int> BetweenSteps => Gen.Choose(1, 39).Where(second => second % 5 > 0);

    private static Gen<HookWord?> Hook => Gen.Frequency(
        (6, Gen.Constant<HookWord?>(null)),
        (2, Gen.Constant<HookWord?>(HookWord.Passes)),
        (1, Gen.Elements<HookWord?>(HookWord.Fails, HookWord.Throws, HookWord.Silent)));

    // Who need not answer by a token has answered by returning.
    internal static HookWord? Heard(HookWord? word) => word == HookWord.Silent ? HookWord.Passes : word;

    private static Gen<List<(int Weight, int Bake)>> Steps =>
        from weights in Gen.Choose(1, 99).ListOf().Select(list => list.Distinct().Order().Take(3).ToList())
        from bakes in Gen.Elements(5, 10, 15, 30, 45).ListOf(weights.Count)
        select weights.Zip(bakes).ToList();

    private static Gen<Fault> Fault => Gen.Frequency((9, Passing), (1, Blind));

    // The role may not read the metrics any more, and that stays so.
    private static Gen<Fault> Blind => Gen.Choose(2, 12)
        .Select(nth => Given("cloudwatch", "GetMetricData", FaultKind.AccessDenied, nth, 999));

    private static Gen<Fault> Passing => Gen.OneOf(
        from call in Gen.Elements([.. Calls, .. Calls, .. CallsAfterTheEnd, .. RareCalls, .. Tellings])
        from kind in Gen.Elements(OfCalls)
        from fault in Given(call.Split(':')[0], call.Split(':')[1], kind)
        select fault,
        from name in Gen.Elements([.. Lambdas, .. RareLambdas])
        from kind in Gen.Elements(OfLambdas)
        from fault in Given(ApiCall.Function, World.NameOf(name), kind)
        select fault,
        from times in Gen.Elements(1, 2, 5)
        from call in Gen.Elements("GetAlias", "GetFunction")
        select new Fault("lambda", call, FaultKind.Stale) { Times = times });

    /// <summary>A fault that strikes so often, from the nth call on.</summary>
    public static Fault Given(string service, string operation, FaultKind kind, int nth, int times, int delay = 40) =>
        new(service, operation, kind)
        {
            From = nth,
            Times = times,
            Delay = kind is FaultKind.Slow or FaultKind.Late ? TimeSpan.FromSeconds(delay) : TimeSpan.Zero,
        };

    private static Gen<Fault> Given(string service, string operation, FaultKind kind) =>
        from nth in Gen.Frequency((3, Gen.Constant(1)), (5, Gen.Choose(1, 12)))
        from times in Gen.Elements(1, 1, 1, 2, 3, 8)
        from delay in Gen.Elements(1, 10, 40)
        select Given(service, operation, kind, nth, times, delay);

    // An outage of ten minutes outlasts every retry of a rollback.
    private static Gen<Outage> Outage(int bake) =>
        from service in Gen.Elements("lambda", "lambda", "states", "cloudwatch")
        from second in Gen.Choose(0, bake + 20)
        from seconds in Gen.Elements(20, 120, 600)
        select new Outage(service, second, seconds);

    // A rollout waits for half an hour and more.
    private static Gen<Crowd> Crowd(int bake) =>
        from share in Gen.Elements([.. Enum.GetValues<Share>(), Share.ControlPlane, Share.ControlPlane, Share.All])
        from second in Gen.Choose(0, bake + 20)
        from seconds in Gen.Elements(20, 120, 600, 1500)
        from left in Gen.Elements(0, 0, 5, 20, 50)
        select new Crowd(share, second, seconds, left);

    private static Gen<Act> Act(int bake) =>
        from deed in Gen.Frequency(
            (4, Gen.Constant(Deed.Breach)),
            (4, Gen.Constant(Deed.Stop)),
            (2, Gen.Elements(Deed.Redrive, Deed.EventAgain, Deed.Recover)),
            (4, Gen.Constant(Deed.Approve)),
            (1, Gen.Constant(Deed.Reject)),
            (6, Gen.Elements(Deed.Pause, Deed.Resume, Deed.Skip, Deed.Promote, Deed.Abort)),
            (1, Gen.Elements(Deed.Mumble, Deed.Shout, Deed.Smuggle)),
            (2, Gen.Constant(Deed.StartAgain)),
            (2, Gen.Elements(Deed.StartAnother, Deed.StartThird, Deed.StartTakingOver)),
            (1, Gen.Constant(Deed.Forge)),
            (2, Gen.Constant(Deed.Upgrade)),
            (2, Gen.Elements(Deed.Touch, Deed.Permit, Deed.PruneStable, Deed.PruneCandidate, Deed.Impersonate, Deed.Feign)),
            (3, Gen.Elements(Deed.SetThird, Deed.SetWeight, Deed.SetStable, Deed.SetCandidate, Deed.Describe)))
        from moment in Gen.OneOf(
            Gen.Choose(0, bake + 20).Select(Moment.AtSecond),
            Gen.Choose(1, 30).Select(Moment.Before),
            Gen.Choose(1, 30).Select(Moment.After))
        from act in Stories.ActOf(moment, deed)
        select act;

    private static Gen<List<T>> SomeOf<T>(Gen<T> gen, params int[] counts) =>
        Gen.Elements(counts).SelectMany(count => gen.ListOf(count)).Select(list => list.ToList());
}
