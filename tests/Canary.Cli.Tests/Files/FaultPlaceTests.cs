using Canary.Cli.Files;

namespace Canary.Cli.Tests.Files;

/// <summary>Every fault is told at the line that has to be changed: those are marked with #! or, in JSON, with "!".</summary>
public class FaultPlaceTests
{
    private const string Good = "functionName: orders\naliasName: live\n";

    [Theory]
    [InlineData("""
        functionName: orders:live #!
        aliasName: 7 #!
        deploymentConfig: Canry10 #!
        """)]
    [InlineData($$"""
        {{Good}}steps:
          - weight: 50
            bakeSeconds: 60
          - weight: 10 #!
            bakeSeconds: 60
            bakeSecs: 3 #!
            pause: 1 #!
          - weight: 60 #!
          - { weight: 70, bakeSeconds: -1 } #!
        """)]
    [InlineData($$"""
        {{Good}}deploymentConfig: AllAtOnce
        alarms:
          - errors
          - errors #!
          - 7 #!
        allowAlarmsInAlarm:
          - latency #!
        """)]
    [InlineData($$"""
        {{Good}}deploymentConfig: AllAtOnce
        typo: 1 #!
        funcName: 2 #!
        "we, ird (": 3 #!
        timeoutMinutes: 4 #!
        analysis:
          onInconclusive: hope #!
          errors: { ratio: 0.5 } #!
          metrics:
            - name: declined #!
              kind: count
              namespace: Shop
              metricName: Declined
              stat: Average
              dimensions: { Version: "{version}" }
        hooks:
          beforeAllowTraffic: { functionName: hook, timeoutSeconds: 1000 } #!
        """)]
    [InlineData($$"""
        {{Good}}deploymentConfig: AllAtOnce
        steps: [] #!
        """)]
    [InlineData("""
        # what is missing is missing in all of it
        steps: [{ weight: 10, bakeSeconds: 60 }] #!
        """)]
    [InlineData($$"""
        {{Good}}steps: #!
          - weight: 10
            bakeSeconds: 172800
          - weight: 20
            bakeSeconds: 1
        """)]
    [InlineData($$"""
        {{Good}}deploymentConfig: AllAtOnce
        takeOver: true
        takeOver: false #!
        """)]
    [InlineData($$"""
        {{Good}}steps: [{ weight: 10, bakeSeconds: 100000 }]
        checkIntervalSeconds: 5 #!
        """)]
    public async Task Faults_OfYaml_AreAtTheMarkedLines(string text)
    {
        var file = await RolloutText.OpenAsync(text);

        Assert.Equal(Marked(text, "#!"), file.Faults().Select(fault => fault.Place.Line).Distinct());
    }

    [Theory]
    [InlineData("""
        {
          "functionName": "orders",
          "aliasName": "live",
          "steps": [
            { "weight": 50, "bakeSeconds": 60 },
            { "weight": 10, "bakeSeconds": 60, "!": 0 }
          ],
          "analysis": {
            "waitSeconds": "!"
          }
        }
        """)]
    public async Task Faults_OfJson_AreAtTheMarkedLines(string text)
    {
        var file = await RolloutText.OpenAsync(text, ".rollout.json");

        Assert.Equal(Marked(text, "\"!\""), file.Faults().Select(fault => fault.Place.Line).Distinct());
    }

    [Theory]
    [InlineData(3, "The alarm \"errors\" does not exist in this account and Region. Check alarms.")]
    [InlineData(1, "The function \"orders\" does not exist in this account and Region. Check functionName.")]
    [InlineData(2, "The function has no alias \"live\". Create it at the version that is live now, then start again.")]
    [InlineData(4, "analysis.metrics cannot be read.")]
    [InlineData(1, "Somebody said something else.")]
    public async Task Placed_WhatAwsSays_IsWhereTheValueIs(int line, string fault)
    {
        var file = await RolloutText.OpenAsync(
            "functionName: orders\naliasName: live\nalarms: [errors]\nanalysis:\n  latency: false");

        Assert.Equal(line, Assert.Single(file.Map.Placed([fault])).Place.Line);
    }

    [Fact]
    public async Task Placed_AName_HasItsColumn()
    {
        var file = await RolloutText.OpenAsync("steps:\n  - weight: 0\n    bakeSeconds: 5");

        Assert.Contains(new FilePlace(2, 5), file.Faults().Select(fault => fault.Place));
    }

    [Fact]
    public async Task Faults_ManyUnknownNames_AreToldOneByOneAsFarAsTheDomainTellsThem()
    {
        var file = await RolloutText.OpenAsync(
            $"{Good}deploymentConfig: AllAtOnce\na1: 1\nb2: 1\nc3: 1\nd4: 1\ne5: 1\nf6: 1\ng7: 1\nstep: 1");

        Assert.Equal(
            [1, 4, 5, 6, 7, 8, 9],
            [.. file.Faults().Select(fault => fault.Place.Line)]);
        Assert.StartsWith("The file has 2 more fields", file.Faults()[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("a1 is not a field that Canary knows. The fields", file.Faults()[1].Text, StringComparison.Ordinal);
    }

    private static int[] Marked(string text, string mark) =>
    [
        .. text.Split('\n').Index()
            .Where(line => line.Item.Contains(mark, StringComparison.Ordinal))
            .Select(line => line.Index + 1),
    ];
}
