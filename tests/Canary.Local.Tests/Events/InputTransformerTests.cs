using Canary.Local.Events.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Events;

/// <summary>What a target gets that says how the event is to be told.</summary>
public sealed class InputTransformerTests : IDisposable
{
    private readonly Bus _bus = new();

    public void Dispose() => _bus.Dispose();

    [Theory]
    [InlineData("\"<text> is <state>\"", "\"a \"b\" is 7\"")]
    [InlineData("\"<text>\"\n\"<state>\"", "\"a \"b\"\"\n\"7\"")]
    [InlineData("<text>", "\"a \\\"b\\\"\"")]
    [InlineData("""{"text": <text>, "of": "<list>", "first": <first>}""", """{"text": "a \"b\"", "of": "[x,y]", "first": "x"}""")]
    [InlineData("""{"rule": <aws.events.rule-name>, "type": <type>}""", """{"rule": "rule", "type": "Order"}""")]
    [InlineData("\"<none>.\"", "\".\"")]
    public void Put_AnEvent_FillsInTheTemplate(string template, string told)
    {
        Rule(template);

        _bus.Put("""{"text":"a \"b\"","state":7,"list":["x","y"]}""");

        Assert.Equal(told, Assert.Single(_bus.Invocations).Payload);
    }

    /// <summary>EventBridge escapes nothing between quotes.</summary>
    [Theory]
    [InlineData("""{"text": "<text>"}""")]
    [InlineData("""{"text": <none>}""")]
    public void Put_AnEventOfWhichTheTemplateMakesNoJson_IsGivenUp(string template)
    {
        Rule(template);

        _bus.Put("""{"text":"a \"b\""}""");

        Assert.Empty(_bus.Invocations);
    }

    [Theory]
    [InlineData("\"<missing>\"", "Invalid InputTemplate for target 1 : <missing> is not in InputPathsMap.")]
    [InlineData("<text> is", "Invalid InputTemplate for target 1 : it is no JSON.")]
    [InlineData("""{"a": <text>""", "Invalid InputTemplate for target 1 : it is no JSON.")]
    public void PutTargets_ATemplateThatIsNone_IsRefused(string template, string message) =>
        Assert.Equal(message, Assert.Throws<AwsException>(() => Rule(template)).Message);

    [Fact]
    public void PutTargets_WithAnInputBeside_IsRefused()
    {
        _bus.Rule("""{"version":["0"]}""");
        var both = new RuleTarget("1", Bus.Function, "{}") { Transformer = new(new Dictionary<string, string>(), "\"a\"") };

        Assert.Equal(
            "Only one of Input, InputPath, or InputTransformer must be provided for target 1.",
            Assert.Throws<AwsException>(() => _bus.Service.PutTargets("rule", both)).Message);
    }

    [Theory]
    [InlineData("a b", "$.detail", "1 validation error detected: "
        + "Value 'a b' at 'targets.1.member.inputTransformer.inputPathsMap.key'"
        + @" failed to satisfy constraint: Member must satisfy regular expression pattern: [A-Za-z0-9\_\-]+")]
    [InlineData("a", "$.detail[*]", "Canary.Local does not support the path $.detail[*] of the target 1: "
        + "use names and places, such as $.detail.a[0].")]
    public void PutTargets_APathThatIsNone_IsRefused(string name, string path, string message)
    {
        _bus.Rule("""{"version":["0"]}""");
        var target = new RuleTarget("1", Bus.Function)
        {
            Transformer = new(new Dictionary<string, string> { [name] = path }, "\"a\""),
        };

        Assert.Equal(message, Assert.Throws<AwsException>(() => _bus.Service.PutTargets("rule", target)).Message);
    }

    private void Rule(string template)
    {
        _bus.Rule("""{"version":["0"]}""");
        _bus.Service.PutTargets("rule", new RuleTarget("1", Bus.Function)
        {
            Transformer = new(
                new Dictionary<string, string>
                {
                    ["text"] = "$.detail.text",
                    ["state"] = "$.detail.state",
                    ["list"] = "$.detail.list",
                    ["first"] = "$.detail.list[0]",
                    ["none"] = "$.detail.none",
                    ["type"] = "$.detail-type",
                },
                template),
        });
    }
}
