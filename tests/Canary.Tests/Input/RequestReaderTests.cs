using Canary.Aliases;
using Canary.Rollouts;
using Canary.Tests.Rollouts;
using Canary.Wording;

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
        var here = name.Split(':') is ["arn", var partition, _, var region, ..] ? A.Execution.Replace("aws:states:us-east-1", $"{partition}:states:{region}", StringComparison.Ordinal) : A.Execution;

        var (request, faults) = A.Read($$"""{ "functionName": "{{name}}", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", here);

        Assert.Empty(faults);
        Assert.Equal(name, request.FunctionName);
    }

    [Theory]
    [InlineData("arn:aws-cn:lambda:us-east-1:123456789012:function:orders", "is in partition aws-cn, and this execution runs in partition aws.")]
    [InlineData("arn:aws:lambda:eu-west-1:123456789012:function:orders", "is in Region eu-west-1, and this execution runs in Region us-east-1.")]
    [InlineData("arn:aws:lambda:us-east-1:210987654321:function:orders", "is in account 210987654321, and this execution runs in account 123456789012.")]
    [InlineData("210987654321:function:orders", "is in account 210987654321, and this execution runs in account 123456789012.")]
    [InlineData("arn:aws-cn:lambda:cn-north-1:210987654321:function:orders", "is in partition aws-cn, Region cn-north-1, account 210987654321, and this execution runs in partition aws, Region us-east-1, account 123456789012.")]
    public void Read_AnArnOfAnotherPlace_SaysWhatItIsAndWhatItShouldBe(string arn, string fault)
    {
        foreach (var (field, text) in new[] { ("functionName", $$"""{ "functionName": "{{arn}}", "aliasName": "live", "deploymentConfig": "AllAtOnce" }"""),
            ("hooks.beforeAllowTraffic", $$"""{ {{Good}}, "hooks": { "beforeAllowTraffic": "{{arn}}" } }"""),
            ("hooks.afterAllowTraffic.functionName", $$"""{ {{Good}}, "hooks": { "afterAllowTraffic": { "functionName": "{{arn}}" } } }""") })
        {
            var told = Assert.Single(A.Read(text).Faults);

            Assert.StartsWith($"{field} \"{arn}\" {fault}", told, StringComparison.Ordinal);
            Assert.EndsWith("by its name, or as \"arn:aws:lambda:us-east-1:123456789012:function:orders\".", told, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("arn:aws:lambda:us-east-\u0661:123456789012:function:orders")]
    [InlineData("\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660\u0661\u0662:function:orders")]
    public void Read_DigitsOfAnotherAlphabet_AreNoDigits(string name) =>
        Assert.Contains("is neither a function's name", Assert.Single(A.Read($$"""{ "functionName": "{{name}}", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""").Faults), StringComparison.Ordinal);

    [Fact]
    public void Read_EveryField_IsTaken()
    {
        var (request, faults) = A.Read("""
            { "functionName": "orders", "aliasName": "live", "codeSha256": "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", "description": "build 7",
              "steps": [{ "weight": 1.5, "bakeSeconds": 60 }, { "weight": 50, "bakeSeconds": 600 }], "alarms": ["errors", "latency"], "checkIntervalSeconds": 30,
              "AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID": "arn:aws:states:us-east-1:123456789012:execution:pipeline:1" }
            """);

        Assert.Empty(faults);
        Assert.Equal([A.Step(1.5m, 60), A.Step(50, 600), A.Step(100, 0)], request.Steps);
        Assert.Equal(["errors", "latency"], request.Alarms);
        Assert.Equal((30, "build 7"), (request.CheckIntervalSeconds, request.Description));
        Assert.Equal("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", request.CodeSha256);
    }

    [Theory]
    [InlineData("""{ "weight": 100, "bakeSeconds": 600 }""", 1, 600)]
    [InlineData("""{ "weight": 100, "bakeSeconds": 0 }""", 1, 0)]
    [InlineData("""{ "weight": 100 }""", 1, 0)]
    [InlineData("""{ "weight": 99.99, "bakeSeconds": 1 }""", 2, 0)]
    public void Read_Steps_EndAtHundredPercent(string step, int count, int lastBake)
    {
        var (request, faults) = A.Read($$"""{ "functionName": "orders", "aliasName": "live", "steps": [{{step}}] }""");

        Assert.Empty(faults);
        Assert.Equal(count, request.Steps.Count);
        Assert.Equal(A.Step(100, lastBake), request.Steps[^1]);
    }

    [Theory]
    [InlineData(""" "deploymentConfig": "AllAtOnce", "bakeAfterPromotionSeconds": 600 """, 600)]
    [InlineData(""" "steps": [{ "weight": 100, "bakeSeconds": 5 }], "bakeAfterPromotionSeconds": 172795 """, 172_795)]
    [InlineData(""" "deploymentConfig": "AllAtOnce", "bakeAfterPromotionSeconds": 0 """, null)]
    public void Read_ABakeAfterThePromotion_IsAStepOfItsOwn(string more, int? seconds)
    {
        var (request, faults) = A.Read($$"""{ "functionName": "orders", "aliasName": "live", {{more}} }""");

        Assert.Empty(faults);
        Assert.Equal(seconds, request.Steps.SingleOrDefault(step => step.AfterPromotion)?.BakeSeconds);
        Assert.Equal((1, Weight.Full), (request.Steps.Count(step => !step.AfterPromotion), request.Steps[^1].Weight));
    }

    [Theory]
    [InlineData("""{ "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "functionName is missing")]
    [InlineData("""{ "functionName": 7, "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "functionName is 7.")]
    [InlineData("""{ "functionName": null, "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "functionName is null.")]
    [InlineData("""{ "functionName": "", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "functionName is \"\".")]
    [InlineData("""{ "functionName": "my orders", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "\"my orders\" is neither a function's name, in 1 to 64 characters")]
    [InlineData("""{ "functionName": "orders\n", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "functionName is \"orders\\n\", which has characters that do not show")]
    [InlineData("""{ "functionName": "arn:aws:s3:::bucket", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "\"arn:aws:s3:::bucket\" is neither")]
    [InlineData("""{ "functionName": "orders:live", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "ends in \"live\"")]
    [InlineData("""{ "functionName": "arn:aws:lambda:us-east-1:123456789012:function:orders:7", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "ends in \"7\"")]
    [InlineData("""{ "functionName": "orders", "deploymentConfig": "AllAtOnce" }""", "aliasName is missing")]
    [InlineData("""{ "functionName": "orders", "aliasName": "7", "deploymentConfig": "AllAtOnce" }""", "aliasName \"7\" is no alias's name")]
    [InlineData("""{ "functionName": "orders", "aliasName": "a b", "deploymentConfig": "AllAtOnce" }""", "aliasName \"a b\"")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live" }""", "Neither deploymentConfig nor steps")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "deploymentConfig": "AllAtOnce", "steps": [] }""", "Both deploymentConfig and steps")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "deploymentConfig": "Canary20Percent5Minutes" }""", "\"Canary20Percent5Minutes\" is unknown. The configurations are Canary10Percent5Minutes")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "deploymentConfig": 10 }""", "deploymentConfig is 10.")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [] }""", "steps is empty")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": "10" }""", "steps is \"10\"")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [10] }""", "steps[0] is 10.")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{}] }""", "steps[0].weight is missing")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10 }] }""", "steps[0].bakeSeconds is missing")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 0 }] }""", "steps[0].bakeSeconds is 0.")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 1.5 }] }""", "steps[0].bakeSeconds is 1.5.")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 172801 }] }""", "steps[0].bakeSeconds is 172801.")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 0, "bakeSeconds": 60 }] }""", "steps[0].weight is 0.")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": -1, "bakeSeconds": 60 }] }""", "steps[0].weight is -1.")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 100.01, "bakeSeconds": 60 }] }""", "steps[0].weight is 100.01.")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 0.001, "bakeSeconds": 60 }] }""", "steps[0].weight is 0.001.")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10.0000000000000000000000000000001, "bakeSeconds": 60 }] }""", "steps[0].weight is 10.0000000000000000000000000000001. It must be the candidate's share in percent: from 0.01 to 100, with at most two decimals")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 99.9999999999999999999999999999999, "bakeSeconds": 60 }] }""", "steps[0].weight is 99.99")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 1e-99999999999, "bakeSeconds": 60 }] }""", "steps[0].weight is 1e-99999999999.")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 60.0000000000000000000000000000001 }] }""", "steps[0].bakeSeconds is 60.00")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 1e999, "bakeSeconds": 60 }] }""", "steps[0].weight is 1e999.")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": "10", "bakeSeconds": 60 }] }""", "steps[0].weight is \"10\".")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 60, "pause": true }] }""", "steps[0].pause is not a field")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 60, "approvalSeconds": 0 }] }""", "steps[0].approvalSeconds is 0. It must be a whole number of seconds from 1 to 172,800")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 60, "approvalSeconds": "1 h" }] }""", "steps[0].approvalSeconds is \"1 h\".")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 100, "approvalSeconds": 60 }] }""", "steps[0].approvalSeconds is 60 in a step without bake, which is the promotion itself. Put it into the step before")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 1, "bakeSeconds": 1, "approvalSeconds": 172800 }] }""", "bake for 172,801 s together, with the time for approvals")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 20, "bakeSeconds": 60 }, { "weight": 20, "bakeSeconds": 60 }] }""", "steps[1].weight is 20 % after 20 %")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 100, "bakeSeconds": 60 }, { "weight": 50, "bakeSeconds": 60 }] }""", "steps[1].weight is 50 % after 100 %")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 1, "bakeSeconds": 172800 }, { "weight": 2, "bakeSeconds": 1 }] }""", "bake for 172,801 s together")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 1, "bakeSeconds": 172800 }], "bakeAfterPromotionSeconds": 2 }""", "bake for 172,802 s together")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "deploymentConfig": "Canary10Percent5Minutes", "bakeAfterPromotionSeconds": 172800 }""", "bake for 173,100 s")]
    public void Read_AFaultyInput_QuotesTheValueAndSaysWhatToDo(string input, string fault)
    {
        var (_, faults) = A.Read(input);

        Assert.Contains(fault, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "targetVersion": "$LATEST" """, "targetVersion is \"$LATEST\"")]
    [InlineData(""" "targetVersion": "07" """, "targetVersion is \"07\"")]
    [InlineData(""" "targetVersion": "0" """, "targetVersion is \"0\"")]
    [InlineData(""" "targetVersion": 7 """, "targetVersion is 7.")]
    [InlineData(""" "codeSha256": "abc" """, "codeSha256 is \"abc\"")]
    [InlineData(""" "description": 1 """, "description is 1.")]
    [InlineData(""" "targetVersion": "7", "description": "x" """, "description is given beside targetVersion \"7\"")]
    [InlineData(""" "alarms": "errors" """, "alarms is \"errors\"")]
    [InlineData(""" "alarms": [7] """, "alarms holds 7.")]
    [InlineData(""" "alarms": [""] """, "alarms holds \"\".")]
    [InlineData(""" "alarms": ["a", "a"] """, "alarms names \"a\" twice")]
    [InlineData(""" "alarms": ["1","2","3","4","5","6","7","8","9","10","11"] """, "at most 10")]
    [InlineData(""" "alarms": ["a"], "allowAlarmsInAlarm": ["b"] """, "allowAlarmsInAlarm names \"b\", which alarms does not name")]
    [InlineData(""" "alarms": ["a"], "allowAlarmsInAlarm": ["a", "a"] """, "allowAlarmsInAlarm names \"a\" twice")]
    [InlineData(""" "alarms": ["a"], "allowAlarmsInAlarm": "a" """, "allowAlarmsInAlarm is \"a\"")]
    [InlineData(""" "alarms": ["a"], "allowAlarmsInAlarm": [1] """, "allowAlarmsInAlarm holds 1.")]
    [InlineData(""" "provisionedConcurrency": 0 """, "provisionedConcurrency is 0. It must be a whole number")]
    [InlineData(""" "provisionedConcurrency": 1.5 """, "provisionedConcurrency is 1.5.")]
    [InlineData(""" "createAlias": "yes" """, "createAlias is \"yes\". It must be true")]
    [InlineData(""" "checkIntervalSeconds": 4 """, "checkIntervalSeconds is 4.")]
    [InlineData(""" "checkIntervalSeconds": 3601 """, "checkIntervalSeconds is 3601.")]
    [InlineData(""" "checkIntervalSeconds": "30" """, "checkIntervalSeconds is \"30\".")]
    [InlineData(""" "bakeAfterPromotionSeconds": -1 """, "bakeAfterPromotionSeconds is -1. It must be a whole number of seconds from 0 to 172,800")]
    [InlineData(""" "bakeAfterPromotionSeconds": 172801 """, "bakeAfterPromotionSeconds is 172801.")]
    [InlineData(""" "alarm": "errors" """, "alarm is not a field that Canary knows")]
    [InlineData(""" "aliasName": "live" """, "aliasName is given twice")]
    public void Read_AFaultyFurtherField_QuotesTheValueAndSaysWhatToDo(string field, string fault)
    {
        var (_, faults) = A.Read($$"""{ {{Good}}, {{field}} }""");

        Assert.Contains(fault, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "functionName": "sample\ud800", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""")]
    [InlineData("""{ "\ud800": 1 }""")]
    public void Read_HalfACharacter_IsAClearFault(string input) => Assert.Contains("half a character", Assert.Single(A.Read(input).Faults), StringComparison.Ordinal);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"orders\"")]
    public void Read_NoObject_IsOneFault(string input) => Assert.Contains(input, Assert.Single(A.Read(input).Faults), StringComparison.Ordinal);

    [Theory]
    [InlineData("10.50")]
    [InlineData("10.500000000000000000000000000000000000")]
    [InlineData("105e-1")]
    [InlineData("1.05E+1")]
    public void Read_AWeightWithTwoDecimalsHoweverWritten_IsTaken(string weight) =>
        Assert.Equal(A.Step(10.5m, 60), A.Read($$"""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": {{weight}}, "bakeSeconds": 60 }] }""").Request.Steps[0]);

    [Theory]
    [InlineData(""" "functoinName": 1 """, "functoinName is not a field that Canary knows. The fields are functionName")]
    [InlineData(""" "target_version": "7" """, "target_version is not a field that Canary knows: did you mean targetVersion? The fields are functionName, ")]
    [InlineData(""" "alarm": ["a"] """, "alarm is not a field that Canary knows: did you mean alarms? The fields are ")]
    [InlineData(""" "Alarms": ["a"], "ALARMS": 1, "speed": 2 """, "Alarms (did you mean alarms?), ALARMS, speed are not fields that Canary knows. The fields are ")]
    [InlineData(""" "a1":1,"a2":1,"a3":1,"a4":1,"a5":1,"a6":1,"a7":1,"a8":1 """, "a1, a2, a3, a4, a5, a6 and 2 more are not fields that Canary knows. The fields are ")]
    [InlineData(""" "": 1 """, "\"\" is not a field that Canary knows. The fields are ")]
    [InlineData(""" "a\u202eb\u0000": 1 """, "\"a\\u202eb\\u0000\" is not a field that Canary knows. The fields are ")]
    public void Read_UnknownFields_AreOneFaultThatListsTheFieldsOnceAndTheNearestOfEach(string fields, string fault)
    {
        var told = Assert.Single(A.Read($$"""{ {{Good}}, {{fields}} }""").Faults);

        Assert.StartsWith(fault, told, StringComparison.Ordinal);
        Assert.EndsWith("checkIntervalSeconds.", Quoted.Clip(told, Limits.FaultLength), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ANameThatMissesAField_IsSaidOnce()
    {
        var faults = A.Read("""{ "function_name": "orders", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""").Faults;

        Assert.Collection(faults,
            unknown => Assert.StartsWith("function_name is not a field that Canary knows: did you mean functionName? The fields are ", unknown, StringComparison.Ordinal),
            missing => Assert.Equal("functionName is missing. Give a function's name or ARN.", missing));
    }

    [Fact]
    public void Read_AnEventOfEventBridge_IsOneFaultThatSaysHowToTransformIt()
    {
        var fault = Assert.Single(A.Read("""
            { "version": "0", "id": "1", "detail-type": "ECR Image Action", "source": "aws.ecr", "account": "123456789012", "time": "2026-01-01T00:00:00Z",
              "region": "us-east-1", "resources": [], "detail": { "result": "SUCCESS" } }
            """).Faults);

        Assert.StartsWith("The input is an event from EventBridge, \"ECR Image Action\" of \"aws.ecr\", and no rollout. Give the rule's target an InputTransformer", fault, StringComparison.Ordinal);
        Assert.Contains("InputPath \"$.detail\"", fault, StringComparison.Ordinal);
        Assert.InRange(fault.Length, 1, Limits.FaultLength);
    }

    [Fact]
    public void Read_AnEventThatCarriesARollout_IsToldItsPath() => Assert.EndsWith(
        "Its detail is one: give the rule's target the InputPath \"$.detail\".",
        Assert.Single(A.Read($$"""{ "detail-type": "Release", "source": "pipeline", "detail": { {{Good}} } }""").Faults),
        StringComparison.Ordinal);

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
    [InlineData(""" "analysis": { "metrics": [{ "name": "a", "kind": "count", "direction": "increase", "expression": "m1", "sources": { "LONG": 1 } }] } """)]
    [InlineData(""" "analysis": { "metrics": [{ "name": "a", "kind": "count", "direction": "increase", "namespace": "a", "metricName": "b", "stat": "Sum", "dimensions": { "LONG": 1 } }] } """)]
    public void Read_WhatDoesNotShowOrNeverEnds_IsSeenAndCutInTheFault(string fields)
    {
        foreach (var odd in new[] { "\\u202e", "\\u0000", "\\u200b", "\\u2028", "\\ue000", "a" })
        {
            var faults = A.Read($$"""{ {{Good}}, {{fields.Replace("LONG", string.Concat(Enumerable.Repeat(odd, 5_000)), StringComparison.Ordinal)}} }""").Faults;

            Assert.NotEmpty(faults);
            Assert.All(faults, fault => Assert.InRange(fault.Length, 1, 700));
            Assert.DoesNotContain(faults, fault => fault.Any(sign => sign is < ' ' or '\u202e' or '\u200b' or '\u2028' or '\ue000'));
        }
    }

    [Theory]
    [InlineData(""" "alarms": ["err\u202eors"] """, "alarms names \"err\\u202eors\", which has characters that do not show.")]
    [InlineData(""" "alarms": ["errors\u00a0"] """, "alarms names \"errors\\u00a0\", which has characters that do not show.")]
    [InlineData(""" "description": "build\u202e7" """, "description is \"build\\u202e7\", which has characters that do not show or that turn the writing around.")]
    public void Read_ANameThatCouldBeTakenForAnother_IsRefused(string field, string fault) =>
        Assert.StartsWith(fault, Assert.Single(A.Read($$"""{ {{Good}}, {{field}} }""").Faults), StringComparison.Ordinal);

    [Fact]
    public void Read_ADescriptionOfSeveralLinesInAnyLanguage_IsTaken() =>
        Assert.Equal("Build 7\n\u06a9\u200c\u0645 \ud83d\udc69\u200d\ud83d\udcbb", A.Read($$"""{ {{Good}}, "description": "Build 7\n\u06a9\u200c\u0645 \ud83d\udc69\u200d\ud83d\udcbb" }""").Request.Description);

    [Fact]
    public void Read_ManyFaults_AreAllTold()
    {
        var (_, faults) = A.Read("""{ "functionName": "a b", "aliasName": "7", "steps": [{ "weight": 0, "bakeSeconds": -1 }, { "weight": 500 }], "alarms": [1], "speed": 2 }""");

        Assert.Equal(7, faults.Count);
    }

    [Fact]
    public void Read_AStepWithTwoFaults_BothAreTold()
    {
        var (_, faults) = A.Read("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 50, "bakeSeconds": 10 }, { "weight": 20 }] }""");

        Assert.Collection(faults,
            fault => Assert.Contains("steps[1].bakeSeconds is missing", fault, StringComparison.Ordinal),
            fault => Assert.Contains("steps[1].weight is 20 % after 50 %", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_TooManySteps_IsRefused()
    {
        var steps = string.Join(",", Enumerable.Range(1, 101).Select(i => $$"""{ "weight": {{i * 0.5}}, "bakeSeconds": 60 }"""));

        Assert.Contains("at most 100", Assert.Single(A.Read($$"""{ "functionName": "orders", "aliasName": "live", "steps": [{{steps}}] }""").Faults), StringComparison.Ordinal);
    }
}
