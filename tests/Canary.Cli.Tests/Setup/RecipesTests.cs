using Canary.Cli.Setup;

namespace Canary.Cli.Tests.Setup;

public class RecipesTests
{
    private const string StateMachine = "arn:aws:states:us-east-1:123456789012:stateMachine:Canary:live";

    private static readonly string Text = Recipes.Text(new("http://127.0.0.1:4566/"), "us-east-1", StateMachine, speed: 1);

    [Fact]
    public void Text_EachCommand_GoesToThisEndpoint()
    {
        var lines = Text.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal));
        var commands = lines.Where(line => line.Contains("aws ", StringComparison.Ordinal)).ToList();

        Assert.Equal(14, commands.Count);
        Assert.All(commands, command => Assert.Matches("^  (until )?aws --endpoint-url http://127.0.0.1:4566 ", command));
    }

    [Fact]
    public void Text_TheCommand_IsToldBeforeAws() =>
        Assert.Contains(
            "export AWS_ENDPOINT_URL=http://127.0.0.1:4566\n  canary init sample:live && canary start --watch\n",
            Text,
            StringComparison.Ordinal);

    [Fact]
    public void Text_TheInput_IsPastedWhole() => Assert.Contains(
        """--input '{"functionName":"sample","aliasName":"live","deploymentConfig":"Canary10Percent5Minutes","analysis":"""
        + """{"latency":false},"alarms":["sample-live-errors"]}' --name good-1""",
        Text,
        StringComparison.Ordinal);

    [Fact]
    public void Text_Executions_AreOfThisStateMachine() =>
        Assert.Contains(
            "--execution-arn arn:aws:states:us-east-1:123456789012:execution:Canary:good-1", Text, StringComparison.Ordinal);

    [Theory]
    [InlineData(1, "--speed 20")]
    [InlineData(20, "a minute of a rollout takes 3 s; with --speed 1, a minute.")]
    public void Text_TheSpeed_IsExplained(double speed, string expected) =>
        Assert.Contains(
            expected, Recipes.Text(new("http://127.0.0.1:1/"), "us-east-1", StateMachine, speed), StringComparison.Ordinal);
}
