namespace Canary.Tests.Schema;

/// <summary>What a change of an input puts in.</summary>
internal static class Oddities
{
    public static readonly string[] Values =
        ["null", "true", "false", "0", "1", "\"\"", "\"x\"", "[]", "{}", "[null]", """{"x":1}""", "[[]]"];

    /// <summary>The last number within each bound of any field, the first beyond it, and some with too many decimals.</summary>
    public static readonly string[] Numbers =
    [
        "-1", "-0", "0", "0.5", "1", "1.5", "2", "4", "5", "60.0", "6e1", "0.00009", "0.0001", "0.0099", "0.01",
        "0.2", "0.2001", "0.99", "99.99", "100", "100.01", "101", "900", "901", "3600", "3601", "21600", "21601",
        "100000", "100001", "172800", "172801", "1000000", "1000001", "1e20", "-1e20", "10.001", "1.00001",
        "0.123456789", "12.345", "99.999",
    ];

    public static readonly string[] Words =
    [
        "", " ", "a", "x y", "live", "LIVE", "7", "07", "$LATEST", "count", "value", "increase", "promote", "wait",
        "approve", "rollback", "Sum", "Average", "Minimum", "p100", "p0.0", "tc90", "TS(10%:90%)", "TC(1:2)",
        "{version}", "AllAtOnce", "allatonce", "CodeDeployDefault.AllAtOnce", "LambdaAllAtOnce",
        "CANARY_10PERCENT_1MINUTE", "orders:live", "orders:7", "arn:aws:s3:::bucket",
        "arn:aws:lambda:us-east-1:123456789012:function:f:live", "arn:aws:lambda:eu-west-1:123456789012:function:f",
        "arn:aws-cn:lambda:us-east-1:123456789012:function:f", "SEARCH('x', 'Sum')", "m + other", "\"", "\\",
        LongArn(140), LongArn(141), LongArn(170), LongArn(171),
    ];

    /// <summary>Signs that do not show or turn the writing around, and some that are harmless.</summary>
    public static readonly string[] Signs =
    [
        "\n", "\t", "\0", "\u00a0", "\u200b", "\u200d", "\u202e", "👩", "\"", "\\",
    ];

    /// <summary>Each bound of a list's length, and one more.</summary>
    public static readonly int[] Counts = [0, 2, 5, 6, 10, 11, 100, 101];

    /// <summary>Each bound of a text's length, and one more.</summary>
    public static readonly int[] Lengths =
    [
        20, 21, 40, 41, 60, 61, 64, 65, 128, 129, 140, 141, 170, 171, 255, 256, 257, 2_048, 2_049,
    ];

    /// <summary>Fields that are known somewhere, with a value that is good there, and some that are not known anywhere.</summary>
    public static readonly IReadOnlyList<(string Name, Tree Value)> Fields = Tree.Parse("""
        {
          "functionName": "f", "deploymentConfig": "AllAtOnce", "steps": [{ "weight": 100 }], "description": "d",
          "targetVersion": "7", "weight": 10, "bakeSeconds": 0, "approvalSeconds": 60,
          "timeoutSeconds": 60, "waitForCallback": true,
          "errors": false, "latency": false, "metrics": [], "onInconclusive": "wait", "waitSeconds": 0, "afterWait": "approve",
          "onUnreadable": "promote",
          "ratio": 1, "preset": "http-5xx", "expression": "m1", "sources": {}, "stat": "Sum",
          "m11": { "namespace": "n", "metricName": "m", "stat": "Sum", "dimensions": { "v": "{version}" } },
          "": "x", "x": "x", "$schema": "x", "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID": 1
        }
        """).Fields!;

    private static string LongArn(int length)
    {
        var rest = ":lambda:us-east-1:123456789012:function:" + new string('f', 64);
        return "arn:aws".PadRight(length - rest.Length, 'a') + rest;
    }
}
