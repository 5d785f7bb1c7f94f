using Canary.Tests.Rollouts;

namespace Canary.Tests.Input;

/// <summary>What is wrong with an input is quoted, and told with what to do.</summary>
public class RequestFaultsTests
{
    private const string Good = """ "functionName": "orders", "aliasName": "live", "deploymentConfig": "AllAtOnce" """;

    [Theory]
    [InlineData("""{ "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "functionName is missing")]
    [InlineData("""{ "functionName": 7, "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "functionName is 7.")]
    [InlineData("""{ "functionName": null, "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "functionName is null.")]
    [InlineData("""{ "functionName": "", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "functionName is \"\".")]
    [InlineData(
        """{ "functionName": "my orders", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""",
        "\"my orders\" is neither a function's name, in 1 to 64 characters")]
    [InlineData(
        """{ "functionName": "orders\n", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""",
        "functionName is \"orders\\n\", which has characters that do not show")]
    [InlineData(
        """{ "functionName": "arn:aws:s3:::bucket", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""",
        "\"arn:aws:s3:::bucket\" is neither")]
    [InlineData(
        """{ "functionName": "orders:live", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "ends in \"live\"")]
    [InlineData("""{ "functionName": "arn:aws:lambda:us-east-1:123456789012:function:orders:7","""
        + """ "aliasName": "live", "deploymentConfig": "AllAtOnce" }""", "ends in \"7\"")]
    [InlineData("""{ "functionName": "orders", "deploymentConfig": "AllAtOnce" }""", "aliasName is missing")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "7", "deploymentConfig": "AllAtOnce" }""",
        "aliasName \"7\" is no alias's name")]
    [InlineData("""{ "functionName": "orders", "aliasName": "a b", "deploymentConfig": "AllAtOnce" }""", "aliasName \"a b\"")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live" }""", "Neither deploymentConfig nor steps")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "live", "deploymentConfig": "AllAtOnce", "steps": [] }""",
        "Both deploymentConfig and steps")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "live", "deploymentConfig": "Canary20Percent5Minutes" }""",
        "\"Canary20Percent5Minutes\" is unknown. The configurations are Canary10Percent5Minutes")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "deploymentConfig": 10 }""", "deploymentConfig is 10.")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [] }""", "steps is empty")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": "10" }""", "steps is \"10\"")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [10] }""", "steps[0] is 10.")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{}] }""", "steps[0].weight is missing")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10 }] }""", "steps[0].bakeSeconds is missing")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 0 }] }""",
        "steps[0].bakeSeconds is 0.")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 1.5 }] }""",
        "steps[0].bakeSeconds is 1.5.")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 172801 }] }""",
        "steps[0].bakeSeconds is 172801.")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 0, "bakeSeconds": 60 }] }""",
        "steps[0].weight is 0.")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": -1, "bakeSeconds": 60 }] }""",
        "steps[0].weight is -1.")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 100.01, "bakeSeconds": 60 }] }""",
        "steps[0].weight is 100.01.")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 0.001, "bakeSeconds": 60 }] }""",
        "steps[0].weight is 0.001.")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10.0000000000000000000000000000001,"""
        + """ "bakeSeconds": 60 }] }""",
        "steps[0].weight is 10.0000000000000000000000000000001. It must be the candidate's share in percent: "
        + "from 0.01 to 100, with at most two decimals")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": """
        + """99.9999999999999999999999999999999, "bakeSeconds": 60 }] }""", "steps[0].weight is 99.99")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 1e-99999999999, "bakeSeconds": 60 }] }""",
        "steps[0].weight is 1e-99999999999.")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": """
        + """60.0000000000000000000000000000001 }] }""", "steps[0].bakeSeconds is 60.00")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 1e999, "bakeSeconds": 60 }] }""",
        "steps[0].weight is 1e999.")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": "10", "bakeSeconds": 60 }] }""",
        "steps[0].weight is \"10\".")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": 60, "pause": true }] }""",
        "steps[0].pause is not a field")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": """
        + """60, "approvalSeconds": 0 }] }""",
        "steps[0].approvalSeconds is 0. It must be a whole number of seconds from 1 to 172,800")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 10, "bakeSeconds": """
        + """60, "approvalSeconds": "1 h" }] }""", "steps[0].approvalSeconds is \"1 h\".")]
    [InlineData(
        """{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 100, "approvalSeconds": 60 }] }""",
        "steps[0].approvalSeconds is 60 in a step without bake, which is the promotion itself. Put it into the step before")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 1, "bakeSeconds": """
        + """1, "approvalSeconds": 172800 }] }""", "bake for 172,801 s together, with the time for approvals")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 20, "bakeSeconds": """
        + """60 }, { "weight": 20, "bakeSeconds": 60 }] }""", "steps[1].weight is 20 % after 20 %")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 100, "bakeSeconds": """
        + """60 }, { "weight": 50, "bakeSeconds": 60 }] }""", "steps[1].weight is 50 % after 100 %")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 1, "bakeSeconds": """
        + """172800 }, { "weight": 2, "bakeSeconds": 1 }] }""", "bake for 172,801 s together")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": 1, "bakeSeconds": """
        + """172800 }], "bakeAfterPromotionSeconds": 2 }""", "bake for 172,802 s together")]
    [InlineData("""{ "functionName": "orders", "aliasName": "live", "deploymentConfig": "Canary10Percent5Minutes","""
        + """ "bakeAfterPromotionSeconds": 172800 }""", "bake for 173,100 s")]
    public void Read_AFaultyInput_QuotesTheValueAndSaysWhatToDo(string input, string fault)
    {
        var (_, faults) = Given.Read(input);

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
    [InlineData(
        """ "alarms": ["a"], "allowAlarmsInAlarm": ["b"] """, "allowAlarmsInAlarm names \"b\", which alarms does not name")]
    [InlineData(""" "alarms": ["a"], "allowAlarmsInAlarm": ["a", "a"] """, "allowAlarmsInAlarm names \"a\" twice")]
    [InlineData(""" "alarms": ["a"], "allowAlarmsInAlarm": "a" """, "allowAlarmsInAlarm is \"a\"")]
    [InlineData(""" "alarms": ["a"], "allowAlarmsInAlarm": [1] """, "allowAlarmsInAlarm holds 1.")]
    [InlineData(""" "provisionedConcurrency": 0 """, "provisionedConcurrency is 0. It must be a whole number")]
    [InlineData(""" "provisionedConcurrency": 1.5 """, "provisionedConcurrency is 1.5.")]
    [InlineData(""" "createAlias": "yes" """, "createAlias is \"yes\". It must be true")]
    [InlineData(""" "checkIntervalSeconds": 4 """, "checkIntervalSeconds is 4.")]
    [InlineData(""" "checkIntervalSeconds": 3601 """, "checkIntervalSeconds is 3601.")]
    [InlineData(""" "checkIntervalSeconds": "30" """, "checkIntervalSeconds is \"30\".")]
    [InlineData(
        """ "bakeAfterPromotionSeconds": -1 """,
        "bakeAfterPromotionSeconds is -1. It must be a whole number of seconds from 0 to 172,800")]
    [InlineData(""" "bakeAfterPromotionSeconds": 172801 """, "bakeAfterPromotionSeconds is 172801.")]
    [InlineData(""" "alarm": "errors" """, "alarm is not a field that Canary knows")]
    [InlineData(""" "aliasName": "live" """, "aliasName is given twice")]
    public void Read_AFaultyFurtherField_QuotesTheValueAndSaysWhatToDo(string field, string fault)
    {
        var (_, faults) = Given.Read($$"""{ {{Good}}, {{field}} }""");

        Assert.Contains(fault, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "functionName": "sample\ud800", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""")]
    [InlineData("""{ "\ud800": 1 }""")]
    public void Read_HalfACharacter_IsAClearFault(string input) =>
        Assert.Contains("half a character", Assert.Single(Given.Read(input).Faults), StringComparison.Ordinal);

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"orders\"")]
    public void Read_NoObject_IsOneFault(string input) =>
        Assert.Contains(input, Assert.Single(Given.Read(input).Faults), StringComparison.Ordinal);

    [Fact]
    public void Read_ManyFaults_AreAllTold()
    {
        var (_, faults) = Given.Read("""{ "functionName": "a b", "aliasName": "7", "steps": [{ "weight": 0,"""
            + """ "bakeSeconds": -1 }, { "weight": 500 }], "alarms": [1], "speed": 2 }""");

        Assert.Equal(7, faults.Count);
    }

    [Fact]
    public void Read_AStepWithTwoFaults_BothAreTold()
    {
        var (_, faults) = Given.Read("""{ "functionName": "orders", "aliasName": "live", "steps": [{ "weight": """
            + """50, "bakeSeconds": 10 }, { "weight": 20 }] }""");

        Assert.Collection(faults,
            fault => Assert.Contains("steps[1].bakeSeconds is missing", fault, StringComparison.Ordinal),
            fault => Assert.Contains("steps[1].weight is 20 % after 50 %", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Read_TooManySteps_IsRefused()
    {
        var steps = string.Join(",", Enumerable.Range(1, 101).Select(i => $$"""{ "weight": {{i * 0.5}}, "bakeSeconds": 60 }"""));

        Assert.Contains(
            "at most 100",
            Assert.Single(Given.Read($$"""{ "functionName": "orders", "aliasName": "live", "steps": [{{steps}}] }""").Faults),
            StringComparison.Ordinal);
    }
}
