using Canary.Rollouts;

namespace Canary.Tests.Rollouts;

public class CaughtErrorTests
{
    [Theory]
    [InlineData("""{"errorType":"AliasChanged","errorMessage":"somebody did","stackTrace":["at x"]}""", "somebody did")]
    [InlineData("""{"errorType":"AliasChanged"}""", """{"errorType":"AliasChanged"}""")]
    [InlineData("plain text", "plain text")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Message_OfACause_IsWhatAPersonReads(string? cause, string message) =>
        Assert.Equal(message, new CaughtError("E", cause).Message());

    [Fact]
    public void Message_OfAHugeCause_IsCut() =>
        Assert.Equal(Limits.ReasonLength, new CaughtError("E", new string('x', 32_768)).Message().Length);
}
