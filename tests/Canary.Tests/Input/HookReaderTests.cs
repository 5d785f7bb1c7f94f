using Canary.Rollouts.Plans;
using Canary.Tests.Rollouts;

namespace Canary.Tests.Input;

public class HookReaderTests
{
    [Theory]
    [InlineData("\"my-hook\"", "my-hook", 900, false)]
    [InlineData("\"my-hook:live\"", "my-hook:live", 900, false)]
    [InlineData(
        "\"arn:aws:lambda:us-east-1:123456789012:function:my-hook:7\"",
        "arn:aws:lambda:us-east-1:123456789012:function:my-hook:7",
        900,
        false)]
    [InlineData("""{ "functionName": "my-hook" }""", "my-hook", 900, false)]
    [InlineData("""{ "functionName": "my-hook", "timeoutSeconds": 1 }""", "my-hook", 1, false)]
    [InlineData("""{ "functionName": "my-hook", "waitForCallback": true }""", "my-hook", 3_600, true)]
    [InlineData("""{ "functionName": "my-hook", "timeoutSeconds": 3600, "waitForCallback": true }""", "my-hook", 3_600, true)]
    public void Read_AHook_HasItsTimeAndItsWayToAnswer(string value, string function, int timeout, bool callback)
    {
        var (request, faults) = Given.Read($$"""{ "functionName": "orders", "aliasName": "live","""
            + $$""" "deploymentConfig": "AllAtOnce", "hooks": { "afterAllowTraffic": {{value}} } }""");

        Assert.Empty(faults);
        Assert.Equal(new RolloutHooks(null, new(function, timeout, callback)), request.Hooks);
    }

    [Theory]
    [InlineData("7", "hooks is 7. It must be an object such as {\"beforeAllowTraffic\": \"my-hook\"}")]
    [InlineData("{}", "hooks is {}.")]
    [InlineData("""{ "before": "my-hook" }""", "hooks.before is not a field that Canary knows: did you mean beforeAllowTraffic? "
        + "The fields are beforeAllowTraffic, afterAllowTraffic")]
    [InlineData("""{ "beforeAllowTraffic": 7 }""", "hooks.beforeAllowTraffic is 7. It must be a function's name")]
    [InlineData("""{ "beforeAllowTraffic": "my hook" }""", "hooks.beforeAllowTraffic \"my hook\" is neither")]
    [InlineData("""{ "beforeAllowTraffic": "arn:aws:sns:us-east-1:123456789012:topic" }""", "is neither a function's name")]
    [InlineData("""{ "beforeAllowTraffic": {} }""", "hooks.beforeAllowTraffic.functionName is missing")]
    [InlineData(
        """{ "beforeAllowTraffic": { "functionName": "a", "timeoutSeconds": 901 } }""",
        "timeoutSeconds is 901. It must be a whole number of seconds from 1 to 900: Lambda ends every")]
    [InlineData("""{ "beforeAllowTraffic": { "functionName": "a", "timeoutSeconds": 0 } }""", "timeoutSeconds is 0.")]
    [InlineData(
        """{ "beforeAllowTraffic": { "functionName": "a", "timeoutSeconds": 3601, "waitForCallback": true } }""",
        "from 1 to 3,600")]
    [InlineData("""{ "beforeAllowTraffic": { "functionName": "a", "waitForCallback": "yes" } }""", "waitForCallback is \"yes\".")]
    [InlineData(
        """{ "beforeAllowTraffic": { "functionName": "a", "payload": {} } }""",
        "hooks.beforeAllowTraffic.payload is not a field")]
    public void Read_AFaultyHook_QuotesTheValueAndSaysWhatToDo(string hooks, string fault)
    {
        var (_, faults) = Given.Read(
            $$"""{ "functionName": "orders", "aliasName": "live", "deploymentConfig": "AllAtOnce", "hooks": {{hooks}} }""");

        Assert.Contains(fault, Assert.Single(faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TwoFaultyHooks_AreBothTold() => Assert.Equal(3, Given.Read("""
        { "functionName": "orders", "aliasName": "live", "deploymentConfig": "AllAtOnce",
          "hooks": { "beforeAllowTraffic": { "timeoutSeconds": -1 }, "afterAllowTraffic": "" } }
        """).Faults.Count);
}
