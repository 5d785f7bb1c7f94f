using Canary.Cli.Files;

namespace Canary.Cli.Tests.Files;

public class JsonRolloutTests
{
    private const string Ending = ".rollout.json";

    [Theory]
    [InlineData("""{"a":[1.50,"é",true,null,{"b":{}}]}""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("[]")]
    [InlineData("7")]
    public async Task Open_Json_StaysAsItIs(string json) =>
        Assert.Equal(json, (await RolloutText.OpenAsync(json, Ending)).Json.GetRawText());

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("{\n  \"a\": 1,\n}", 3, 1)]
    [InlineData("{\n  // why\n  \"a\": 1\n}", 2, 3)]
    [InlineData("{\"é\": tru}", 1, 10)]
    [InlineData("{} {}", 1, 4)]
    public async Task Open_WhatIsNoJson_IsRefusedWithItsPlace(string json, int line, int column)
    {
        var fault = await RolloutText.FaultOfAsync(json, Ending);

        Assert.StartsWith("This is no JSON: ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", fault.Message, StringComparison.Ordinal);
        Assert.Equal(new FilePlace(line, column), fault.Place);
    }

    [Fact]
    public async Task Open_HalfACharacter_IsRefusedWithItsPlace()
    {
        var fault = await RolloutText.FaultOfAsync("""{ "description": "\ud800" }""", Ending);

        Assert.StartsWith("This text holds half a character", fault.Message, StringComparison.Ordinal);
        Assert.Equal(new FilePlace(1, 18), fault.Place);
    }

    [Theory]
    [InlineData(".txt")]
    [InlineData("")]
    public async Task Open_ABraceWithoutAnEnding_IsJson(string ending) =>
        Assert.Equal("""{"a":"\/"}""".Replace("\\", "", StringComparison.Ordinal),
            (await RolloutText.OpenAsync("\n{\"a\":\"\\/\"}", ending)).Json.GetRawText());

    [Fact]
    public async Task Open_AMarkOfUtf8_IsNoPartOfIt() =>
        Assert.Equal("{}", (await RolloutText.OpenAsync("\ufeff{}", Ending)).Json.GetRawText());
}
