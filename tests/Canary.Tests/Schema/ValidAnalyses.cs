using FsCheck;
using FsCheck.Fluent;

namespace Canary.Tests.Schema;

/// <summary>Draws analyses with which nothing is wrong.</summary>
internal static class ValidAnalyses
{
    public static Gen<Tree> Analysis => Draw.Joined(
        Gen.OneOf(
            Draw.Object(("errors", 50, Tolerance), ("latency", 50, Judged), ("metrics", 30, Metrics(0))),
            Draw.Object(("errors", 50, Judged), ("latency", 50, Tolerance), ("metrics", 30, Metrics(0))),
            Draw.Object(("errors", 50, Judged), ("latency", 50, Judged), ("metrics", 100, Metrics(1)))),
        Draw.Object(
            ("minimumRequests", 30, Draw.Whole(1, 1_000_000)),
            ("dryRun", 30, Draw.Flag),
            ("promoteEarly", 30, Draw.Flag)),
        Gen.OneOf(
            Draw.Object(
                ("onInconclusive", 50, Draw.Text("promote", "rollback")), ("onUnreadable", 100, Draw.Text("approve")), Approval),
            Draw.Object(("onInconclusive", 50, Draw.Text("promote", "rollback")), ("waitSeconds", 50, Draw.Whole(0, 21_600))),
            Draw.Object(("onInconclusive", 100, Draw.Text("approve")), ("waitSeconds", 50, Draw.Whole(0, 21_600)), Approval),
            Draw.Object(
                ("onInconclusive", 100, Draw.Text("wait")),
                Wait,
                ("afterWait", 50, Draw.Text("evidence", "promote", "rollback"))),
            Draw.Object(("onInconclusive", 100, Draw.Text("wait")), Wait, ("afterWait", 100, Draw.Text("approve")), Approval)));

    private static (string, int, Gen<Tree>) Wait => ("waitSeconds", 50, Draw.Whole(1, 21_600));

    private static (string, int, Gen<Tree>) Approval => ("approvalSeconds", 50, Draw.Whole(1, 172_800));

    private static Gen<Tree> Judged => Gen.OneOf(Tolerance, Draw.Raw("false"));

    private static Gen<Tree> Tolerance => Gen.OneOf(Draw.Raw("true"), Draw.Object(Tolerances));

    private static (string, int, Gen<Tree>)[] Tolerances =>
    [
        ("ratio", 50, Draw.Raw("1", "1.5", "1.0001", "1e2", "100", "1.10000")),
        ("alpha", 50, Draw.Raw("0.0001", "1e-4", "0.2", "0.12345678", "0.01")),
    ];

    // Each has a name of its own: its place in the list.
    private static Gen<Tree> Metrics(int least) =>
        from count in Gen.Choose(least, 5)
        from metrics in Draw.Sequence(Enumerable.Range(0, count).Select(Metric))
        select Tree.List(metrics);

    private static Gen<Tree> Metric(int index) => Gen.OneOf(Whole(index), Whole(index), Preset(index));

    private static Gen<Tree> Preset(int index) => Draw.Object(
    [
        ("preset", 100, Draw.Text("http-5xx", "batch-item-failures")), ("name", 100, Name(index)), .. Tolerances,
        ("namespace", 30, Draw.Text("Shop")), ("metricName", 30, Draw.Text("Failed")),
        ("dimensions", 30, Draw.Object(("Version", 100, Draw.Text("{version}")))),
    ]);

    private static Gen<Tree> Name(int index) =>
        Draw.Text($"{index}", $"declined {index}", $"名前 {index}", index + new string('n', 59));

    private static Gen<Tree> Whole(int index) => Draw.Joined(
        Draw.Object(("name", 100, Name(index))),
        Draw.Object([("direction", 100, Draw.Text("increase", "decrease")), .. Tolerances]),
        Gen.OneOf(
            Draw.Joined(Kind("count"), Source(Draw.Text("Sum", "SampleCount", "TC(230:)", "TS(:1)"))),
            Draw.Joined(Kind("value"), Source(Draw.Text(Levels))),
            Draw.Joined(Kind("count", "value"), Expression)));

    private static readonly string[] Levels = ["Average", "p99", "p1", "p100.5", "PR(:300)", "TM(10%:90%)", "IQM", new('s', 40)];

    private static Gen<Tree> Kind(params string[] kinds) => Draw.Object(("kind", 100, Draw.Text(kinds)));

    private static Gen<Tree> Source(Gen<Tree> stat) => Draw.Object(
        ("namespace", 100, Draw.Text("Shop", "AWS/Lambda", "n n", new string('n', 255))),
        ("metricName", 100, Draw.Text("Declined", "名前", new string('m', 255))),
        ("stat", 100, stat),
        ("dimensions", 100, Draw.Object(
            ("Version", 100, Draw.Text("{version}", "v{version}", "{function}:{version}")),
            ("Stage", 50, Draw.Text("live", "\n", new string('v', 255))),
            (new string('d', 255), 10, Draw.Text("x")))));

    private static Gen<Tree> Expression =>
        from count in Gen.Elements(1, 2, 10)
        from sources in Draw.Sequence(Enumerable.Range(1, count).Select(_ => Source(Draw.Text("Sum", "Maximum", "TC(10%:90%)"))))
        let ids = Enumerable.Range(1, count).Select(i => i == 1 ? "m" : $"m_{new string('X', 15)}{i}").ToList()
        from math in Gen.Elements("{0}", "IF({0} > 0,\n{0}, 0)", "{0} + 0 * LENGTH(\"text m9\")")
        select Tree.Object(
        [
            ("expression", Tree.Text(math.Replace("{0}", string.Join(" + ", ids), StringComparison.Ordinal))),
            ("sources", Tree.Object(ids.Zip(sources))),
        ]);
}
