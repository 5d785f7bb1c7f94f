using Canary.Rollouts;
using Canary.Tests.Rollouts;
using Canary.Wording;

namespace Canary.Tests.Input;

public class UnknownFieldsTests
{
    private const string Good = """ "functionName": "orders", "aliasName": "live", "deploymentConfig": "AllAtOnce" """;

    [Theory]
    [InlineData(""" "functoinName": 1 """, "functoinName is not a field that Canary knows. The fields are functionName")]
    [InlineData(
        """ "target_version": "7" """,
        "target_version is not a field that Canary knows: did you mean targetVersion? The fields are functionName, ")]
    [InlineData(""" "alarm": ["a"] """, "alarm is not a field that Canary knows: did you mean alarms? The fields are ")]
    [InlineData(
        """ "Alarms": ["a"], "ALARMS": 1, "speed": 2 """,
        "Alarms (did you mean alarms?), ALARMS, speed are not fields that Canary knows. The fields are ")]
    [InlineData(
        """ "a1":1,"a2":1,"a3":1,"a4":1,"a5":1,"a6":1,"a7":1,"a8":1 """,
        "a1, a2, a3, a4, a5, a6 and 2 more are not fields that Canary knows. The fields are ")]
    [InlineData(""" "": 1 """, "\"\" is not a field that Canary knows. The fields are ")]
    [InlineData(""" "a\u202eb\u0000": 1 """, "\"a\\u202eb\\u0000\" is not a field that Canary knows. The fields are ")]
    public void Read_UnknownFields_AreOneFaultThatListsTheFieldsOnceAndTheNearestOfEach(string fields, string fault)
    {
        var told = Assert.Single(Given.Read($$"""{ {{Good}}, {{fields}} }""").Faults);

        Assert.StartsWith(fault, told, StringComparison.Ordinal);
        Assert.EndsWith("onPauseExpired, by, reason.", Quoted.Clip(told, Limits.FaultLength), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ANameThatMissesAField_IsSaidOnce()
    {
        var faults = Given.Read("""{ "function_name": "orders", "aliasName": "live", "deploymentConfig": "AllAtOnce" }""").Faults;

        Assert.Collection(faults,
            unknown => Assert.StartsWith(
                "function_name is not a field that Canary knows: did you mean functionName? The fields are ",
                unknown,
                StringComparison.Ordinal),
            missing => Assert.Equal("functionName is missing. Give a function's name or ARN.", missing));
    }
}
