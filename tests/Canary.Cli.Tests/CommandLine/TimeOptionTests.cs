using Canary.Cli.CommandLine;

namespace Canary.Cli.Tests.CommandLine;

public class TimeOptionTests
{
    [Theory]
    [InlineData("90s", 90)]
    [InlineData("30m", 1800)]
    [InlineData("2h", 7200)]
    [InlineData("1000h", 3_600_000)]
    public void Read_ATime_IsThatLong(string text, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), TimeOption.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("90")]
    [InlineData("0s")]
    [InlineData("-1s")]
    [InlineData("1.5h")]
    [InlineData("soon")]
    [InlineData("1001h")]
    [InlineData("999999h")]
    public void Read_SomethingElse_IsNone(string text) => Assert.Null(TimeOption.Read(text));
}
