using Canary.Cli.Setup;

namespace Canary.Cli.Tests.Setup;

public class BuiltWithTests
{
    [Fact]
    public void NoticeOf_TheStandIns_SaysSo() =>
        Assert.Contains("compat/", BuiltWith.NoticeOf("compat"), StringComparison.Ordinal);

    [Theory]
    [InlineData("official")]
    [InlineData(null)]
    public void NoticeOf_TheOfficialPackages_SaysNothing(string? packages) => Assert.Null(BuiltWith.NoticeOf(packages));
}
