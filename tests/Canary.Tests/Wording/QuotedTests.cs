using System.Text.Json;
using Canary.Wording;

namespace Canary.Tests.Wording;

public class QuotedTests
{
    [Theory]
    [InlineData("orders", "\"orders\"")]
    [InlineData("", "\"\"")]
    [InlineData("a\"b\\c", @"""a\""b\\c""")]
    [InlineData("a\u202eb\0\n\t\r", @"""a\u202eb\u0000\n\t\r""")]
    [InlineData("\u200b\u00a0\u2028\ufeff\ue000", @"""\u200b\u00a0\u2028\ufeff\ue000""")]
    [InlineData("größer 日本 😀", "\"größer 日本 😀\"")]
    public void Of_AText_ShowsWhatDoesNotShow(string text, string quoted) => Assert.Equal(quoted, Quoted.Of(text));

    [Theory]
    [InlineData("\"a\\u202eb\"", @"""a\u202eb""")]
    [InlineData("\"a\u202eb\"", @"""a\u202eb""")]
    [InlineData("\"\\ud800\"", @"""\ud800""")]
    [InlineData("{\n  \"a\":\t[1,\r\n 2]\n}", "{ \"a\": [1, 2] }")]
    [InlineData("{\"a\u202eb\": 1}", @"{""a\u202eb"": 1}")]
    [InlineData("1e999", "1e999")]
    public void Of_AValue_IsOneLineThatShowsWhatDoesNotShow(string json, string quoted)
    {
        using var document = JsonDocument.Parse(json);

        Assert.Equal(quoted, Quoted.Of(document.RootElement));
    }

    [Theory]
    [InlineData("functionName", "functionName")]
    [InlineData("detail-type", "detail-type")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("", "\"\"")]
    [InlineData("größer", "\"größer\"")]
    public void Name_OnlyAPlainWord_IsNotQuoted(string name, string shown) => Assert.Equal(shown, Quoted.Name(name));

    [Theory]
    [InlineData("x")]
    [InlineData("😀")]
    [InlineData("\u202e")]
    [InlineData("\"")]
    public void Of_ALongText_IsCutBehindNoHalf(string sign)
    {
        for (var length = 1; length < 400; length++)
        {
            var quoted = Quoted.Of(string.Concat("abcdef".AsSpan(0, length % 6), string.Concat(Enumerable.Repeat(sign, length))));

            Assert.InRange(quoted.Length, 2, 122);
            Assert.DoesNotContain('\ufffd', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(quoted)));
            // What was cut is as good JSON as what was not.
            Assert.NotNull(JsonDocument.Parse(quoted));
        }
    }

    [Theory]
    [InlineData("done\n  at line 1\u202e", @"done\n  at line 1\u202e")]
    [InlineData("réussi\u00a0: \u06a9\u200c\u0645 👩\u200d💻 \"so\" \\", "réussi\u00a0: \u06a9\u200c\u0645 👩\u200d💻 \"so\" \\")]
    public void Clip_ATextFromElsewhere_StaysOneLineThatCanBeRead(string text, string clipped) =>
        Assert.Equal(clipped, Quoted.Clip(text));

    [Fact]
    public void Clip_AlreadyClipped_StaysAsItIs() =>
        Assert.Equal(Quoted.Clip("a\u202eb\n"), Quoted.Clip(Quoted.Clip("a\u202eb\n")));
}
