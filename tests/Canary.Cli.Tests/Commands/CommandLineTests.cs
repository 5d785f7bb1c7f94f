using Canary.Cli.Commands;
using Canary.Cli.Scenarios;
using Canary.Local.Faults;

namespace Canary.Cli.Tests.Commands;

public class CommandLineTests
{
    [Fact]
    public void Parse_Nothing_IsTheDemo() => Assert.Equal(Mode.Demo, CommandLine.Parse([]).Mode);

    [Theory]
    [InlineData]
    [InlineData("demo")]
    [InlineData("demo", "--traffic", "300")]
    public void Parse_NoScenario_IsTheDemoAtItsSpeed(params string[] arguments) =>
        Assert.Equal(new CommandLine(Mode.Demo, 15, 0, 300), CommandLine.Parse(arguments));

    [Theory]
    [InlineData(50, "--scenario", "stop")]
    [InlineData(400, "--scenario", "small-regression")]
    [InlineData(500, "--scenario", "stop", "--traffic", "500")]
    public void Parse_AScenario_HasTrafficThatSuitsIt(double traffic, params string[] arguments) => Assert.Equal(traffic, CommandLine.Parse(arguments).Traffic);

    [Theory]
    [InlineData("stop", 5, "demo", "--scenario", "stop")]
    [InlineData("stop", 20, "--speed", "20", "--scenario=stop")]
    [InlineData("two-at-once", 15, "demo", "--scenario", "two-at-once")]
    public void Parse_AScenario_HasASpeedThatSuitsIt(string name, double speed, params string[] arguments)
    {
        var line = CommandLine.Parse(arguments);

        Assert.Equal((Mode.Demo, name, speed), (line.Mode, line.Scenario.Name, line.Speed));
    }

    [Fact]
    public void Parse_AScenarioThatThereIsNot_ListsThoseThatThereAre()
    {
        var refusal = Assert.Throws<UsageException>(() => CommandLine.Parse(["demo", "--scenario", "fire"]));

        Assert.StartsWith("--scenario is \"fire\". Give one of:", refusal.Message, StringComparison.Ordinal);
        Assert.All(ScenarioList.All, scenario => Assert.Contains($"\n  {scenario.Name} ", refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Help_ListsEachScenario() =>
        Assert.All(ScenarioList.All, scenario => Assert.Contains($"{scenario.Name} ", CommandLine.Help, StringComparison.Ordinal));

    [Fact]
    public void Parse_ServeWithOptions_TakesThem() =>
        Assert.Equal(new CommandLine(Mode.Serve, 2.5, 4566, 0), CommandLine.Parse(["serve", "--port", "4566", "--speed", "2.5", "--traffic", "0"]));

    [Fact]
    public void Parse_ValuesAfterAnEqualsSign_AreTakenToo() =>
        Assert.Equal(new CommandLine(Mode.Serve, 2.5, 4566, 0), CommandLine.Parse(["serve", "--port=4566", "--speed=2.5", "--traffic", "0"]));

    [Fact]
    public void Parse_Delays_AreAwsOwnUnlessTheyAreGiven() => Assert.Equal(
        [1, 0, 0.1], new[] { CommandLine.Parse(["serve"]), CommandLine.Parse(["serve", "--delays", "0"]), CommandLine.Parse(["serve", "--delays=0.1"]) }
            .Select(line => line.Delays));

    [Fact]
    public void Parse_Quotas_TakesNoValue() => Assert.Equal(
        new CommandLine(Mode.Serve, 2, 0, 8) { HasRequestQuotas = true }, CommandLine.Parse(["serve", "--quotas", "--speed", "2"]));

    [Fact]
    public void Parse_Faults_KeepsThemInOrder() => Assert.Equal(
        ["lambda:UpdateAlias throttle x3", "function:orders late 90s"],
        CommandLine.Parse(["serve", "--fault", "lambda:UpdateAlias throttle x3", "--fault=function:orders late 90s"]).Faults.Select(fault => $"{fault}"));

    [Fact]
    public void Parse_FaultsThatThereAreNot_TellsAllAtOnce()
    {
        var refusal = Assert.Throws<UsageException>(() => CommandLine.Parse(["serve", "--fault", "lambda:UpdateAlis throttle", "--fault", "states:* boom"]));

        Assert.Contains("\"lambda:UpdateAlis throttle\": lambda has no \"UpdateAlis\" here", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("\"states:* boom\": there is no \"boom\", but throttle, ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_ListsEachKindOfFault() => Assert.All(FaultWords.All, word => Assert.Contains(word.Word, CommandLine.Help, StringComparison.Ordinal));

    [Theory]
    [InlineData(4, "serve", "--speed", "1")]
    [InlineData(40, "serve")]
    [InlineData(60, "serve", "--speed", "20")]
    [InlineData(0, "serve", "--traffic", "0")]
    public void Parse_Serve_HasTrafficThatSuitsTheSpeed(double traffic, params string[] arguments) =>
        Assert.Equal(traffic, CommandLine.Parse(arguments).Traffic);

    [Theory]
    [InlineData("--help")]
    [InlineData("serve", "--help")]
    [InlineData("-h")]
    public void Parse_Help_IsHelp(params string[] arguments) => Assert.Equal(Mode.Help, CommandLine.Parse(arguments).Mode);

    [Theory]
    [InlineData("--quotas belongs to serve", "--quotas")]
    [InlineData("--fault belongs to serve", "--fault", "lambda:* throttle")]
    [InlineData("--fault has no value", "serve", "--fault")]
    [InlineData("\"--fast\"", "--fast")]
    [InlineData("\"deploy\"", "deploy")]
    [InlineData("\"now\"", "serve", "now")]
    [InlineData("--port belongs to serve", "--port", "1")]
    [InlineData("--delays belongs to serve", "--delays", "0")]
    [InlineData("--delays is \"4\"", "serve", "--delays", "4")]
    [InlineData("--delays has no value", "serve", "--delays")]
    [InlineData("--speed has no value", "--speed")]
    [InlineData("\"--fast\"", "--fast=1")]
    [InlineData("\"serve\" comes first", "--speed", "10", "serve")]
    [InlineData("\"demo\" comes first", "--speed", "10", "demo")]
    [InlineData("--scenario has no value", "demo", "--scenario")]
    [InlineData("--scenario belongs to the demo", "serve", "--scenario", "stop")]
    [InlineData("\"serve\" is unknown after serve", "serve", "serve")]
    [InlineData("--speed is \"\"", "--speed=")]
    [InlineData("--speed is \"1=2\"", "--speed=1=2")]
    [InlineData("--speed is \"0\"", "--speed", "0")]
    [InlineData("--speed is \"NaN\"", "--speed", "NaN")]
    [InlineData("--speed is \"1,5\"", "--speed", "1,5")]
    [InlineData("--traffic is \"0\"", "--traffic", "0")]
    [InlineData("--traffic is \"501\"", "--traffic", "501")]
    [InlineData("--port is \"70000\"", "serve", "--port", "70000")]
    [InlineData("--port is \"80.5\"", "serve", "--port", "80.5")]
    public void Parse_WhatThereIsNot_IsRefusedQuotingIt(string expected, params string[] arguments)
    {
        var refusal = Assert.Throws<UsageException>(() => CommandLine.Parse(arguments));

        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
    }
}
