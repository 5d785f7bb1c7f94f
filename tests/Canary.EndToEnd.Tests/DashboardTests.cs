using System.Text.Json;
using System.Text.RegularExpressions;
using Canary.InProcess;
using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Deploy;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests;

/// <summary>The dashboard shows metrics and fields of the log that there are.</summary>
public sealed partial class DashboardTests
{
    private static readonly string Template = SourceTree.Find(AppContext.BaseDirectory).Read("template.yaml");

    [Fact]
    public async Task EachMetricOfTheDashboard_IsWrittenAtTheEndOfARollout()
    {
        var clock = new VirtualClock(new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero));
        await using var canary = InProcessCanary.Create(clock);
        canary.AddFunction("orders", "live");
        canary.AddAlarm("errors");
        var execution = canary.Aws.StepFunctions.StartExecution(canary.StateMachine, null, """
            {
              "functionName": "orders", "aliasName": "live", "alarms": ["errors"],
              "steps": [{ "weight": 10, "bakeSeconds": 600 }]
            }
            """).ExecutionArn;
        await clock.RunUntilAsync(clock.GetUtcNow().AddSeconds(60));
        canary.PutFailures("errors", 5);
        await clock.RunUntilAsync(canary.Aws.StepFunctions.WhenEndedAsync(execution));

        var names = Metric().Matches(Template).Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.Equal(["Rollouts", "TimeToRollback", "RequestsExposed"], names);
        Assert.All(names, name => Assert.NotEmpty(canary.Aws.CloudWatch.GetMetricData(
            [new MetricStatQuery("m", new("Canary", name, [new("Function", "orders"), new("Outcome", "RolledBack")]), "Sum", 60)],
            new(clock.GetUtcNow().AddHours(-1), clock.GetUtcNow().AddMinutes(1)))[0].Points));
    }

    [Fact]
    public void EachOutcomeOfTheDashboard_IsOne()
    {
        var words = Listed().Matches(Template)
            .SelectMany(list => Word().Matches(list.Value))
            .Select(word => word.Groups[1].Value);

        Assert.Equal(
            Enum.GetNames<Outcome>().Except(["InProgress", "Created", "NothingToDo"]).Order(), words.Distinct().Order());
    }

    [Fact]
    public void Body_WhateverTheStackIsCalled_IsJson()
    {
        var begin = Template.IndexOf("DashboardBody: !Sub |-", StringComparison.Ordinal);
        var body = Template[Template.IndexOf('{', begin)..];
        using var json = JsonDocument.Parse(body[..(body.IndexOf("\n        }\n", StringComparison.Ordinal) + 10)]);

        Assert.Equal(6, json.RootElement.GetProperty("widgets").GetArrayLength());
    }

    [GeneratedRegex(@"MetricName=\\""(\w+)\\""")]
    private static partial Regex Metric();

    [GeneratedRegex(@"Outcome=\(?\\""[^)']+|Outcome in \[[^\]]+\]")]
    private static partial Regex Listed();

    [GeneratedRegex(@"['""](\w+)\\?['""]")]
    private static partial Regex Word();
}
