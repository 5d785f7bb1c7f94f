using Canary.Cli.CommandLine;
using Canary.Cli.Scenarios;
using Canary.Cli.Setup;

namespace Canary.Cli.Tests.Commands;

public class DemoCommandTests
{
    [Theory]
    [InlineData("demo")]
    [InlineData("demo", "--traffic", "300")]
    public void Demo_NoScenario_IsTheDemoAtItsSpeed(params string[] arguments) =>
        Assert.Equal((ScenarioList.Demo, new StackOptions(15, 300)), Typed.Demo(arguments));

    [Theory]
    [InlineData(50, "demo", "--scenario", "stop")]
    [InlineData(400, "demo", "small-regression")]
    [InlineData(500, "demo", "stop", "--traffic", "500")]
    public void Demo_AScenario_HasTrafficThatSuitsIt(double traffic, params string[] arguments) =>
        Assert.Equal(traffic, Typed.Demo(arguments).Stack.Traffic);

    [Theory]
    [InlineData("stop", 5, "demo", "--scenario", "stop")]
    [InlineData("stop", 5, "demo", "stop")]
    [InlineData("stop", 5, "demo", "stop", "--scenario", "stop")]
    [InlineData("stop", 20, "demo", "--speed", "20", "--scenario=stop")]
    [InlineData("stop", 20, "demo", "--speed=20", "stop")]
    [InlineData("two-at-once", 15, "demo", "--scenario", "two-at-once")]
    public void Demo_AScenario_HasASpeedThatSuitsIt(string name, double speed, params string[] arguments)
    {
        var (scenario, stack) = Typed.Demo(arguments);

        Assert.Equal((name, speed), (scenario.Name, stack.Speed));
    }

    [Theory]
    [InlineData("--scenario is \"fire\". Give one of:", "--scenario", "fire")]
    [InlineData("The scenario is \"fire\". Give one of:", "fire")]
    [InlineData("--scenario has no value. Give one of:", "--scenario")]
    public async Task Demo_AScenarioThatThereIsNot_ListsThoseThatThereAre(string expected, params string[] arguments)
    {
        var typed = await Typed.RunAsync(["demo", .. arguments]);

        Assert.StartsWith(expected, typed.Error, StringComparison.Ordinal);
        Assert.All(ScenarioList.All, scenario => Assert.Contains($"\n  {scenario.Name} ", typed.Error, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_ListsEachScenario()
    {
        var typed = await Typed.RunAsync("demo", "--help");

        Assert.Equal(ExitCode.Done, typed.Exit);
        Assert.All(ScenarioList.All, scenario => Assert.Contains($"  {scenario.Name} ", typed.Output, StringComparison.Ordinal));
    }
}
