using Canary.Cli.Starting;

namespace Canary.Cli.Tests.Starting;

public class ExecutionNameTests
{
    [Theory]
    [InlineData("orders", "1f0c2d7", 1, "orders-1f0c2d7-1")]
    [InlineData("orders", "1f0c2d7", 12, "orders-1f0c2d7-12")]
    [InlineData("orders", "feature/cart:2", 1, "orders-feature-cart-2-1")]
    public void Of_FunctionLabelAndAttempt_NamesAllThree(string function, string label, int attempt, string expected) =>
        Assert.Equal(expected, ExecutionName.Of(function, label, attempt));

    [Fact]
    public void Of_LongNames_HasEightyCharactersAndKeepsTheAttempt()
    {
        var name = ExecutionName.Of(new string('f', 64), new string('1', 40), 100);

        Assert.Equal(80, name.Length);
        Assert.EndsWith("-100", name, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GITHUB_SHA")]
    [InlineData("CI_COMMIT_SHA")]
    [InlineData("CODEBUILD_RESOLVED_SOURCE_VERSION")]
    public void CommitOf_APipeline_IsItsCommitInShort(string variable) => Assert.Equal(
        "1f0c2d7a9b3e", ExecutionName.CommitOf(name => name == variable ? "1f0c2d7a9b3e4f5061728394a5b6c7d8e9f00112" : null));

    [Fact]
    public void CommitOf_NoPipeline_IsNone() => Assert.Null(ExecutionName.CommitOf(_ => null));
}
