using Canary.Cli.Files;

namespace Canary.Cli.Tests.Files;

public class YamlTextTests
{
    [Theory]
    [InlineData("a: 1", """{"a":1}""")]
    [InlineData("a: -0.5e3", """{"a":-0.5e3}""")]
    [InlineData("a: \"7\"", """{"a":"7"}""")]
    [InlineData("a: '7'", """{"a":"7"}""")]
    [InlineData("a: 010", """{"a":"010"}""")]
    [InlineData("a: 0x1F", """{"a":"0x1F"}""")]
    [InlineData("a: .5", """{"a":".5"}""")]
    [InlineData("a: True", """{"a":true}""")]
    [InlineData("a: yes", """{"a":"yes"}""")]
    [InlineData("a: off", """{"a":"off"}""")]
    [InlineData("a:", """{"a":null}""")]
    [InlineData("a: ~", """{"a":null}""")]
    [InlineData("a: 2026-11-27", """{"a":"2026-11-27"}""")]
    [InlineData("a: |\n  one\n  two\n", """{"a":"one\ntwo\n"}""")]
    [InlineData("a: >-\n  one\n  two\n", """{"a":"one two"}""")]
    [InlineData("a: [1, {b: c}]", """{"a":[1,{"b":"c"}]}""")]
    [InlineData("a: 1\na: 2", """{"a":1,"a":2}""")]
    [InlineData("a: arn:aws:lambda:eu-west-1:1:function:f", """{"a":"arn:aws:lambda:eu-west-1:1:function:f"}""")]
    [InlineData("a: \"\\u00e9 名前\"", """{"a":"é 名前"}""")]
    [InlineData("7: true", """{"7":true}""")]
    [InlineData("--- \n- a", """["a"]""")]
    [InlineData("null", "null")]
    [InlineData("# only\n---\n# comments", "null")]
    public async Task Open_WhatYamlSays_IsTheSameInJson(string yaml, string json) =>
        Assert.Equal(json, (await RolloutText.OpenAsync(yaml)).Json.GetRawText());

    [Theory]
    [InlineData("", 1, 1, "The file is empty.")]
    [InlineData("# nothing\n", 1, 1, "The file is empty.")]
    [InlineData("a: 1\n---\nb: 2", 2, 1, "A second document begins here.")]
    [InlineData("a: &x 1\nb: *x", 1, 4, "Anchors and aliases are not read here.")]
    [InlineData("a: 1\nb: *x", 2, 4, "Anchors and aliases are not read here.")]
    [InlineData("a: !Ref b", 1, 4, "The tag !Ref is not read here.")]
    [InlineData("? [a, b]\n: 1", 1, 3, "A field's name must be a plain word.")]
    [InlineData("a: [1\nb: 2", 1, 4, "This is no YAML from here on.")]
    [InlineData("a: 1\n  b: 2", 2, 4, "This is no YAML: ")]
    [InlineData("a: \"x", 1, 4, "This is no YAML: ")]
    public async Task Open_WhatARolloutDoesNotNeed_IsRefusedWithItsPlace(string yaml, int line, int column, string says)
    {
        var fault = await RolloutText.FaultOfAsync(yaml);

        Assert.StartsWith(says, fault.Message, StringComparison.Ordinal);
        Assert.Equal(new FilePlace(line, column), fault.Place);
    }

    [Fact]
    public async Task Open_MoreLevelsThanAnybodyNeeds_IsRefused() => Assert.StartsWith(
        "More than 64 levels",
        (await RolloutText.FaultOfAsync(new string('[', 100) + new string(']', 100))).Message,
        StringComparison.Ordinal);
}
