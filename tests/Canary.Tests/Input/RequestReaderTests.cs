using Canary.Tests.Rollouts;

namespace Canary.Tests.Input;

public class RequestReaderTests
{
    private const string Good = """ "functionName": "orders", "aliasName": "live", "deploymentConfig": "AllAtOnce" """;

    [Theory]
    [InlineData("orders")]
    [InlineData("123456789012:function:orders")]
    [InlineData("function:orders")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:orders")]
    [InlineData("arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:orders")]
    [InlineData("arn:aws-cn:lambda:cn-north-1:123456789012:function:my_orders-2")]
    public void Read_EveryFormOfAFunctionsName_IsAccepted(string name)
    {
        var here = name.Split(':') is ["arn", var partition, _, var region, ..]
            ? Given.Execution.Replace("aws:states:us-east-1", $"{partition}:states:{region}", StringComparison.Ordinal)
            : Given.Execution;

        var (request, faults) =
            Given.Read($$"""{ "functionName": "{{name}}", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", here);

        Assert.Empty(faults);
        Assert.Equal(name, request.FunctionName);
    }

    [Theory]
    [InlineData(
        "arn:aws-cn:lambda:us-east-1:123456789012:function:orders",
        "is in partition aws-cn, and this execution runs in partition aws.")]
    [InlineData(
        "arn:aws:lambda:eu-west-1:123456789012:function:orders",
        "is in Region eu-west-1, and this execution runs in Region us-east-1.")]
    [InlineData(
        "arn:aws:lambda:us-east-1:210987654321:function:orders",
        "is in account 210987654321, and this execution runs in account 123456789012.")]
    [InlineData("210987654321:function:orders", "is in account 210987654321, and this execution runs in account 123456789012.")]
    [InlineData("arn:aws-cn:lambda:cn-north-1:210987654321:function:orders", "is in partition aws-cn, Region cn-north-1, "
        + "account 210987654321, and this execution runs in partition aws, Region us-east-1, account 123456789012.")]
    public void Read_AnArnOfAnotherPlace_SaysWhatItIsAndWhatItShouldBe(string arn, string fault)
    {
        foreach (var (field, text) in new[]
        {
            ("functionName", $$"""{ "functionName": "{{arn}}", "aliasName": "live", "deploymentConfig": "AllAtOnce" }"""),
            ("hooks.beforeAllowTraffic", $$"""{ {{Good}}, "hooks": { "beforeAllowTraffic": "{{arn}}" } }"""),
            ("hooks.afterAllowTraffic.functionName", $$"""{ {{Good}}, "hooks": { "afterAllowTraffic": """
                + $$"""{ "functionName": "{{arn}}" } } }""") })
        {
            var told = Assert.Single(Given.Read(text).Faults);

            Assert.StartsWith($"{field} \"{arn}\" {fault}", told, StringComparison.Ordinal);
            Assert.EndsWith(
                "by its name, or as \"arn:aws:lambda:us-east-1:123456789012:function:orders\".", told, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("arn:aws:lambda:us-east-\u0661:123456789012:function:orders")]
    [InlineData("\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660\u0661\u0662:function:orders")]
    public void Read_DigitsOfAnotherAlphabet_AreNoDigits(string name) =>
        Assert.Contains("is neither a function's name", Assert.Single(Given.Read($$"""{ "functionName": "{{name}}","""
            + $$""" "aliasName": "live", "deploymentConfig": "AllAtOnce" }""").Faults), StringComparison.Ordinal);

    [Fact]
    public void Read_EveryField_IsTaken()
    {
        var (request, faults) = Given.Read("""
            { "functionName": "orders", "aliasName": "live", "codeSha256": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
             "description": "build 7",
              "steps": [{ "weight": 1.5, "bakeSeconds": 60 }, { "weight": 50, "bakeSeconds": 600 }],
              "alarms": ["errors", "latency"], "checkIntervalSeconds": 30,
              "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID": "arn:aws:states:us-east-1:123456789012:execution:pipeline:1",
              "$schema": "rollout.schema.json" }
            """);

        Assert.Empty(faults);
        Assert.Equal([Given.Step(1.5m, 60), Given.Step(50, 600), Given.Step(100, 0)], request.Steps);
        Assert.Equal(["errors", "latency"], request.Alarms);
        Assert.Equal((30, "build 7"), (request.CheckIntervalSeconds, request.Description));
        Assert.Equal("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", request.CodeSha256);
    }

    [Theory]
    [InlineData(""" "targetVersion": "LONG" """)]
    [InlineData(""" "codeSha256": "LONG" """)]
    [InlineData(""" "description": "LONG" """)]
    [InlineData(""" "alarms": ["LONG"] """)]
    [InlineData(""" "LONG": 1 """)]
    [InlineData(""" "createAlias": "LONG" """)]
    [InlineData(""" "hooks": { "beforeAllowTraffic": "LONG" } """)]
    [InlineData(""" "hooks": { "LONG": "a" } """)]
    [InlineData(""" "analysis": { "onInconclusive": "LONG" } """)]
    [InlineData(""" "analysis": { "metrics": [{ "name": "LONG" }] } """)]
    [InlineData(""" "analysis": { "metrics": [{ "name": "a", "kind": "count", "direction": "increase","""
        + """ "expression": "m1", "sources": { "LONG": 1 } }] } """)]
    [InlineData(""" "analysis": { "metrics": [{ "name": "a", "kind": "count", "direction": "increase","""
        + """ "namespace": "a", "metricName": "b", "stat": "Sum", "dimensions": { "LONG": 1 } }] } """)]
    public void Read_WhatDoesNotShowOrNeverEnds_IsSeenAndCutInTheFault(string fields)
    {
        foreach (var odd in new[] { "\\u202e", "\\u0000", "\\u200b", "\\u2028", "\\ue000", "a" })
        {
            var given = fields.Replace("LONG", string.Concat(Enumerable.Repeat(odd, 5_000)), StringComparison.Ordinal);
            var faults = Given.Read($$"""{ {{Good}}, {{given}} }""").Faults;

            Assert.NotEmpty(faults);
            Assert.All(faults, fault => Assert.InRange(fault.Length, 1, 700));
            Assert.DoesNotContain(
                faults,
                fault => fault.Any(sign => sign is < ' ' or '\u202e' or '\u200b' or '\u2028' or '\ue000'));
        }
    }

    [Theory]
    [InlineData(""" "alarms": ["err\u202eors"] """, "alarms names \"err\\u202eors\", which has characters that do not show.")]
    [InlineData(""" "alarms": ["errors\u00a0"] """, "alarms names \"errors\\u00a0\", which has characters that do not show.")]
    [InlineData(
        """ "description": "build\u202e7" """,
        "description is \"build\\u202e7\", which has characters that do not show or that turn the writing around.")]
    public void Read_ANameThatCouldBeTakenForAnother_IsRefused(string field, string fault) =>
        Assert.StartsWith(fault, Assert.Single(Given.Read($$"""{ {{Good}}, {{field}} }""").Faults), StringComparison.Ordinal);

    [Fact]
    public void Read_ADescriptionOfSeveralLinesInAnyLanguage_IsTaken() =>
        Assert.Equal("Build 7\n\u06a9\u200c\u0645 \ud83d\udc69\u200d\ud83d\udcbb", Given.Read($$"""{ {{Good}}, "description":"""
            + $$""" "Build 7\n\u06a9\u200c\u0645 \ud83d\udc69\u200d\ud83d\udcbb" }""").Request.Description);
}
