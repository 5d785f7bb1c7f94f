namespace Canary.Tests.Schema;

/// <summary>Small inputs with which nothing is wrong: together they have every field, and all that belong together.</summary>
public static class InputSamples
{
    private const string Metric = """ "name": "a", "direction": "increase", "ratio": 1.5, "alpha": 0.01 """;
    private const string Source = $$""" "stat": "Average", {{Place}} """;
    private const string Place = """ "namespace": "n", "metricName": "m", "dimensions": { "v": "{version}", "w": "x" } """;

    /// <summary>Each with the fields that stay as they are: its names are changed in the first of them alone.</summary>
    public static TheoryData<string, string[]> All
    {
        get
        {
            var all = new TheoryData<string, string[]> { { With(""" "deploymentConfig": "AllAtOnce" """), [] } };
            foreach (var sample in Inputs) all.Add(sample, ["functionName", "aliasName"]);
            return all;
        }
    }

    private static string[] Inputs =>
    [
        With(""" "deploymentConfig": "AllAtOnce", "takeOver": false, "targetVersion": "7", "by": "a", "reason": "b" """),
        With("""
            "deploymentConfig": "LambdaAllAtOnce", "createAlias": true,
            "description": "d", "codeSha256": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
            "provisionedConcurrency": 20, "checkIntervalSeconds": 3600, "bakeAfterPromotionSeconds": 600,
            "onPauseExpired": "resume"
            """),
        With(""" "deploymentConfig": "ALL_AT_ONCE", "alarms": ["b", "c"], "allowAlarmsInAlarm": ["c"] """),
        With(""" "steps": [{ "weight": 10, "bakeSeconds": 60, "approvalSeconds": 60 }, { "weight": 100 }] """),
        With(""" "steps": [{ "weight": 100, "bakeSeconds": 60, "approvalSeconds": 60 }] """),
        Hooks(""" "beforeAllowTraffic": "hook", "afterAllowTraffic": { "functionName": "hook:live", "timeoutSeconds": 60 } """),
        Hooks(""" "afterAllowTraffic": { "functionName": "hook", "timeoutSeconds": 60, "waitForCallback": false } """),
        Hooks(""" "beforeAllowTraffic": { "functionName": "hook", "timeoutSeconds": 3600, "waitForCallback": true } """),
        With(""" "deploymentConfig": "AllAtOnce", "analysis": true """),
        Analysis(""" "errors": { "ratio": 1, "alpha": 0.01 }, "latency": false, "minimumRequests": 50, "dryRun": true """),
        Analysis(""" "errors": false, "latency": { "ratio": 1 }, "waitSeconds": 0, "promoteEarly": true, "metrics": [] """),
        Analysis(""" "onInconclusive": "promote" """),
        Analysis(""" "onInconclusive": "wait", "waitSeconds": 60, "afterWait": "approve", "approvalSeconds": 60 """),
        Analysis(""" "onInconclusive": "wait", "waitSeconds": 60, "afterWait": "promote" """),
        Analysis(""" "onInconclusive": "wait", "afterWait": "evidence", "onUnreadable": "rollback" """),
        Analysis(""" "onUnreadable": "promote" """),
        Analysis(""" "onUnreadable": "approve", "approvalSeconds": 60 """),
        Analysis(""" "onInconclusive": "approve", "waitSeconds": 60, "approvalSeconds": 60 """),
        Analysis($$""" "errors": false, "latency": false, "metrics": [{ {{Metric}}, "kind": "value", {{Source}} }] """),
        Analysis($$""" "metrics": [{ {{Metric}}, "kind": "count", "stat": "Sum", {{Place}} }] """),
        Analysis(""" "metrics": [{ "preset": "http-5xx" }, { "preset": "batch-item-failures", "alpha": 0.01 }] """),
        Analysis($$""" "metrics": [{ "preset": "http-5xx", "name": "a", "ratio": 1.5, {{Place}} }] """),
        Analysis($$""" "metrics": [{ {{Metric}}, "kind": "value", "expression": "m", "sources": { "m": { {{Source}} } } }] """),
    ];

    private static string With(string fields) => $$"""{ "functionName": "orders", "aliasName": "live", {{fields}} }""";

    private static string Hooks(string hooks) => With($$""" "deploymentConfig": "AllAtOnce", "hooks": { {{hooks}} } """);

    private static string Analysis(string analysis) =>
        With($$""" "deploymentConfig": "AllAtOnce", "analysis": { {{analysis}} } """);
}
