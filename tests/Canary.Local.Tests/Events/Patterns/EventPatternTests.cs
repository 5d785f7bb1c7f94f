using Canary.Local.Wire;

namespace Canary.Local.Tests.Events.Patterns;

public sealed class EventPatternTests : IDisposable
{
    private readonly Bus _bus = new();

    public void Dispose() => _bus.Dispose();

    [Theory]
    [InlineData("""{"source":["shop"]}""", true)]
    [InlineData("""{"source":["other","shop"],"detail-type":["Order"]}""", true)]
    [InlineData("""{"source":["shop"],"detail-type":["Invoice"]}""", false)]
    [InlineData("""{"source":["Shop"]}""", false)]
    [InlineData("""{"account":["123456789012"],"region":["us-east-1"]}""", true)]
    [InlineData("""{"detail":{"state":{"value":["ALARM"]}}}""", true)]
    [InlineData("""{"detail":{"state":["ALARM"]}}""", false)]
    [InlineData("""{"detail":{"count":[5]}}""", true)]
    [InlineData("""{"detail":{"count":[5.0]}}""", true)]
    [InlineData("""{"detail":{"count":[0.5e1]}}""", true)]
    [InlineData("""{"detail":{"count":[{"anything-but":5.0}]}}""", false)]
    [InlineData("""{"detail.state.value":["ALARM"]}""", true)]
    [InlineData("""{"detail":{"state.value":["ALARM"]}}""", true)]
    [InlineData("""{"detail":{"state.value":{"value":["ALARM"]}}}""", false)]
    [InlineData("""{"detail":{"dotted.key":["here"]}}""", true)]
    [InlineData("""{"detail":{"dotted":{"key":["here"],"other":["too"]}}}""", true)]
    [InlineData("""{"detail":{"dotted":{"key":["there"]}}}""", false)]
    [InlineData("""{"detail":{"items.id":[2]}}""", true)]
    [InlineData("""{"detail":{"empty":[{"exists":false}]}}""", true)]
    [InlineData("""{"detail":{"empty":[{"exists":true}]}}""", false)]
    [InlineData("""{"detail":{"empty":[null]}}""", false)]
    [InlineData("""{"detail":{"name":[{"anything-but":{"prefix":["x","canary-"]}}]}}""", false)]
    [InlineData("""{"detail":{"name":[{"anything-but":{"suffix":["x","y"]}}]}}""", true)]
    [InlineData("""{"detail":{"count":[{"anything-but":{"prefix":["5"]}}]}}""", true)]
    [InlineData("""{"detail":{"name":[{"prefix":""}]}}""", true)]
    [InlineData("""{"detail":{"count":["5"]}}""", false)]
    [InlineData("""{"detail":{"ok":[true],"none":[null]}}""", true)]
    [InlineData("""{"detail":{"missing":[null]}}""", false)]
    [InlineData("""{"detail":{"tags":["b"]}}""", true)]
    [InlineData("""{"detail":{"tags":["c"]}}""", false)]
    [InlineData("""{"detail":{"items":{"id":[2]}}}""", true)]
    [InlineData("""{"detail":{"items":{"id":[3]}}}""", false)]
    [InlineData("""{"detail":{"name":[{"prefix":"canary-"}]}}""", true)]
    [InlineData("""{"detail":{"name":[{"prefix":"anary-"}]}}""", false)]
    [InlineData("""{"detail":{"name":[{"suffix":"-live"}]}}""", true)]
    [InlineData("""{"detail":{"count":[{"prefix":"5"}]}}""", false)]
    [InlineData("""{"detail":{"name":[{"anything-but":"x"}]}}""", true)]
    [InlineData("""{"detail":{"name":[{"anything-but":["x","canary-live"]}]}}""", false)]
    [InlineData("""{"detail":{"name":[{"anything-but":{"prefix":"canary-"}}]}}""", false)]
    [InlineData("""{"detail":{"missing":[{"anything-but":"x"}]}}""", false)]
    [InlineData("""{"detail":{"count":[{"anything-but":[4]}]}}""", true)]
    [InlineData("""{"detail":{"missing":[{"exists":false}]}}""", true)]
    [InlineData("""{"detail":{"deep":{"missing":[{"exists":false}]}}}""", true)]
    [InlineData("""{"detail":{"name":[{"exists":false}]}}""", false)]
    [InlineData("""{"detail":{"none":[{"exists":true}]}}""", true)]
    [InlineData("""{"detail":{"missing":[{"exists":true}]}}""", false)]
    [InlineData("""{"detail":{"state":[{"exists":true}]}}""", false)]
    [InlineData("""{"detail":{"name":["x",{"exists":false}]}}""", false)]
    [InlineData("""{"detail":{"count":[{"numeric":["=",5]}]}}""", true)]
    [InlineData("""{"detail":{"count":[{"numeric":[">",0,"<=",5]}]}}""", true)]
    [InlineData("""{"detail":{"count":[{"numeric":[">=",5.5]}]}}""", false)]
    [InlineData("""{"detail":{"name":[{"numeric":[">",0]}]}}""", false)]
    public void Put_AnEvent_InvokesTheTargetOfAPatternThatMatches(string pattern, bool matches)
    {
        _bus.Rule(pattern);

        _bus.Put("""
            {"name":"canary-live","count":5,"ok":true,"none":null,"tags":["a","b"],"state":{"value":"ALARM"},"items":[{"id":1},
            {"id":2}],
             "dotted.key":"here","dotted":{"other":"too"},"empty":[]}
            """);

        Assert.Equal(matches ? 1 : 0, _bus.Invocations.Count);
    }

    [Theory]
    [InlineData("{", "Filter is not valid JSON: ")]
    [InlineData("[]", "Filter is not an object")]
    [InlineData("{}", "Empty objects are not allowed")]
    [InlineData("""{"source":"shop"}""", "\"source\" must be an object or an array")]
    [InlineData("""{"detail":{"n":42}}""", "\"n\" must be an object or an array")]
    [InlineData("""{"resources":[]}""", "Empty arrays are not allowed")]
    [InlineData("""{"source":[["a"]]}""", "Match value must be String, number, true, false, or null")]
    [InlineData("""{"source":[{"prefix":"a","suffix":"b"}]}""", "Only one key allowed in match expression")]
    [InlineData("""{"source":[{"EXISTS":true}]}""", "Unrecognized match type EXISTS")]
    [InlineData("""{"source":[{"exists":"yes"}]}""", "exists match pattern must be either true or false.")]
    [InlineData("""{"source":[{"prefix":1}]}""", "prefix match pattern must be a string")]
    [InlineData(
        """{"source":[{"anything-but":true}]}""", "Value of anything-but must be an array or single string/number value.")]
    [InlineData(
        """{"source":[{"anything-but":null}]}""", "Value of anything-but must be an array or single string/number value.")]
    [InlineData("""{"source":[{"anything-but":["a",null]}]}""", "Inside anything but list, start|null|boolean is not supported.")]
    [InlineData("""{"source":[{"anything-but":{"prefix":""}}]}""", "Null prefix/suffix not allowed")]
    [InlineData("""{"source":[{"anything-but":{"suffix":["a",""]}}]}""", "Null prefix/suffix not allowed")]
    [InlineData("""{"source":[{"anything-but":{"prefix":1}}]}""", "prefix/suffix match pattern must be a string")]
    [InlineData("""{"source":[{"anything-but":{"suffix":[null,"a"]}}]}""", "prefix/suffix match pattern must be a string")]
    [InlineData("""{"source":[{"anything-but":{"prefix":{"equals-ignore-case":"a"}}}]}""",
        "Value of anything-but must be an array or single string/number value.")]
    [InlineData("""{"source":[{"prefix":["a"]}]}""", "prefix match pattern must be a string")]
    [InlineData("""{"detail":{"c":[{"numeric":[">",0,"<"]}]}}""", "Value of < must be numeric")]
    [InlineData("""{"detail":{"c":[{"numeric":10}]}}""", "Value of numeric must be an array.")]
    [InlineData("""{"detail":{"c":[{"numeric":[">",0,">",0]}]}}""", "Bad numeric range operator: >")]
    [InlineData("""{"detail":{"c":[{"numeric":["!",0]}]}}""", "Unrecognized numeric range operator: !")]
    [InlineData("""{"source":[{"wildcard":"a*"}]}""",
        "Canary.Local does not support the match type wildcard: use prefix, suffix, anything-but, exists or numeric")]
    [InlineData("""{"source":[{"cidr":"10.0.0.0/8"}]}""", "Canary.Local does not support the match type cidr")]
    [InlineData(
        """{"source":[{"prefix":{"equals-ignore-case":"a"}}]}""",
        "Canary.Local does not support an object as the prefix: give a string")]
    [InlineData(
        """{"$or":[{"source":["a"]},{"source":["b"]}]}""",
        "Canary.Local does not support $or: write a rule for each alternative")]
    public void PutRule_WithAPatternThatCannotBeUsed_RefusesIt(string pattern, string reason)
    {
        var refusal = Assert.Throws<AwsException>(() => _bus.Service.PutRule("rule", pattern));

        Assert.Equal((400, "InvalidEventPatternException"), (refusal.StatusCode, refusal.Code));
        Assert.StartsWith($"Event pattern is not valid. Reason: {reason}", refusal.Message);
        Assert.Empty(_bus.Service.ListRules());
    }
}
