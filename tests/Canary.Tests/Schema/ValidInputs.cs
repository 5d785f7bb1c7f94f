using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Canary.Tests.Schema;

/// <summary>Draws inputs with which nothing is wrong: every field, every bound, every form of a name.</summary>
internal static class ValidInputs
{
    private const string Arn = "arn:aws:lambda:us-east-1:123456789012:function:";

    private static readonly string[] Functions =
    [
        "orders", "f", "1", "my_orders-2", "function:orders", "123456789012:function:orders", Arn + "orders",
        new('f', 64), Arn + new string('f', 64),
    ];

    private static readonly string[] Configurations =
    [
        "Canary10Percent5Minutes", "Canary10Percent10Minutes", "Canary10Percent15Minutes", "Canary10Percent30Minutes",
        "Linear10PercentEvery1Minute", "Linear10PercentEvery2Minutes", "Linear10PercentEvery3Minutes",
        "Linear10PercentEvery10Minutes", "AllAtOnce",
    ];

    private static readonly string[] Constants =
    [
        "CANARY_10PERCENT_5MINUTES", "CANARY_10PERCENT_10MINUTES", "CANARY_10PERCENT_15MINUTES", "CANARY_10PERCENT_30MINUTES",
        "LINEAR_10PERCENT_EVERY_1MINUTE", "LINEAR_10PERCENT_EVERY_2MINUTES", "LINEAR_10PERCENT_EVERY_3MINUTES",
        "LINEAR_10PERCENT_EVERY_10MINUTES", "ALL_AT_ONCE",
    ];

    private static readonly string?[] LastSteps =
    [
        null,
        """{"weight":100}""",
        """{"weight":1e2,"bakeSeconds":0}""",
        """{"weight":100.0,"bakeSeconds":5,"approvalSeconds":9}""",
    ];

    private static readonly string[] Descriptions =
        ["Build 7", " ", "Build 7\r\n\tfine", "\u06a9\u200c\u0645", "\ud83d\udc69\u200d\ud83d\udcbb", new('d', 256)];

    private static readonly string[] AlarmNames =
        ["errors", "a", "b", "1", "2", "3", "Zu viele Fehler: 5 %", "\"\\", "名前", new('a', 255)];

    private static readonly string[] Hooked =
    [
        "hook:live", "hook:7", "hook:$LATEST", "function:hook:live", Arn + "hook:live", "function:7",
        new string('f', 64) + ":live",
    ];

    public static Gen<Tree> Input => Draw.Joined(
        Draw.Object(
            ("functionName", 100, Draw.Text(Functions)),
            ("aliasName", 100, Draw.Text("live", "a", "1a", "-", "_", "1-2", new string('a', 128))),
            ("createAlias", 20, Draw.Flag),
            ("takeOver", 20, Draw.Flag),
            ("by", 20, Draw.Text("alice", new string('a', 60))),
            ("reason", 20, Draw.Text("Fixes the cart.", new string('a', 300))),
            ("codeSha256", 20, Draw.Text("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="))),
        Gen.OneOf(
            Draw.Object(("targetVersion", 50, Draw.Text("7", "10", new string('9', 128)))),
            Draw.Object(("description", 50, Draw.Text(Descriptions)))),
        Gen.OneOf(Draw.Object(("deploymentConfig", 100, Configuration)), Draw.Object(("steps", 100, Steps))),
        Draw.Object(
            ("bakeAfterPromotionSeconds", 30, Draw.Whole(0, 40_000)),
            ("hooks", 30, Hooks),
            ("analysis", 60, Gen.Frequency((1, Draw.Flag), (4, ValidAnalyses.Analysis))),
            ("provisionedConcurrency", 20, Draw.Whole(1, 100_000)),
            ("checkIntervalSeconds", 30, Draw.Whole(5, 3_600)),
            ("onPauseExpired", 20, Draw.Text("rollback", "resume")),
            ("$schema", 10, Draw.Raw("\"rollout.schema.json\"", "7")),
            ("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID", 10, Draw.Raw("\"arn\"", "null", "{}"))),
        Alarms);

    private static Gen<Tree> Configuration =>
        from name in Gen.Elements(Configurations)
        from constant in Gen.Elements(Constants)
        from one in Gen.Elements(name, $"Lambda{name}", $"CodeDeployDefault.Lambda{name}", constant)
        select Tree.Text(one);

    private static Gen<Tree> Steps =>
        from count in Gen.Frequency((40, Gen.Choose(1, 4)), (1, Gen.Constant(99)))
        from weights in Gen.Choose(1, 9_999).ListOf(count)
        from steps in Draw.Sequence(weights.Distinct().Order().Select(Step))
        from last in Gen.Elements(LastSteps)
        select Tree.List(last is null ? steps : [.. steps, Tree.Raw(last)]);

    private static Gen<Tree> Step(int hundredths) => Draw.Object(
        ("weight", 100, Draw.Raw((hundredths / 100m).ToString(CultureInfo.InvariantCulture), $"{hundredths}e-2")),
        ("bakeSeconds", 100, Draw.Whole(1, 600)),
        ("approvalSeconds", 20, Draw.Whole(1, 600)));

    private static Gen<Tree> Hooks => Gen.OneOf(
        Draw.Object(("beforeAllowTraffic", 100, Hook), ("afterAllowTraffic", 50, Hook)),
        Draw.Object(("afterAllowTraffic", 100, Hook)));

    private static Gen<Tree> Hook => Gen.OneOf(HookName, Waiting(900, 30, "false"), Waiting(3_600, 100, "true"));

    private static Gen<Tree> Waiting(int longest, int percent, string callback) => Draw.Object(
        ("functionName", 100, HookName),
        ("timeoutSeconds", 50, Draw.Whole(1, longest)),
        ("waitForCallback", percent, Draw.Raw(callback)));

    private static Gen<Tree> HookName => Draw.Text([.. Functions, .. Hooked]);

    private static Gen<Tree> Alarms =>
        from alarms in Draw.Set(Draw.Text(AlarmNames), 10)
        from given in Gen.Elements(true, true, false)
        from allowed in Gen.Choose(0, alarms.Items!.Count)
        select Tree.Object(given ? [("alarms", alarms), ("allowAlarmsInAlarm", Tree.List(alarms.Items!.Take(allowed)))] : []);
}
