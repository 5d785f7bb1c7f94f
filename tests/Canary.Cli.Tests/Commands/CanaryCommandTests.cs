using System.Text.Json;
using Canary.Cli.CommandLine;

namespace Canary.Cli.Tests.Commands;

public class CanaryCommandTests
{
    [Theory]
    [InlineData("\"--quotas\" is unknown. Options come after a command, as in: canary demo --quotas", "--quotas")]
    [InlineData("--quotas belongs to serve", "demo", "--quotas")]
    [InlineData("--fault belongs to serve", "demo", "--fault", "lambda:* throttle")]
    [InlineData("--fault has no value", "serve", "--fault")]
    [InlineData("--fault has no value", "serve", "--fault", "--speed", "2")]
    [InlineData("\"--fast\" is unknown. Options come after a command", "--fast")]
    [InlineData("\"--fast\" is unknown after demo", "demo", "--fast")]
    [InlineData("\"--fast 3\" is unknown after serve", "serve", "--fast", "3")]
    [InlineData("\"deploy\" is unknown. canary --help lists what there is", "deploy")]
    [InlineData("The scenario is \"deploy\"", "demo", "deploy")]
    [InlineData("\"now\" is unknown after serve", "serve", "now")]
    [InlineData("--port belongs to serve", "demo", "--port", "1")]
    [InlineData("--delays belongs to serve", "demo", "--delays", "0")]
    [InlineData("--delays is \"4\". Give a number from 0 to 3.", "serve", "--delays", "4")]
    [InlineData("--delays has no value. Give a number from 0 to 3, such as --delays 0.", "serve", "--delays")]
    [InlineData("--speed has no value", "demo", "--speed")]
    [InlineData("\"--fast=1\" is unknown", "serve", "--fast=1")]
    [InlineData("\"serve\" comes first", "--speed", "10", "serve")]
    [InlineData("\"demo\" comes first", "--speed", "10", "demo")]
    [InlineData("--scenario has no value", "demo", "--scenario")]
    [InlineData("--scenario belongs to the demo", "serve", "--scenario", "stop")]
    [InlineData("\"serve\" is unknown after serve", "serve", "serve")]
    [InlineData("--speed has no value", "demo", "--speed=")]
    [InlineData("--speed is \"1=2\"", "demo", "--speed=1=2")]
    [InlineData("--speed is \"0\"", "demo", "--speed", "0")]
    [InlineData("--speed is \"-1\"", "demo", "--speed", "-1")]
    [InlineData("--speed is \"NaN\"", "demo", "--speed", "NaN")]
    [InlineData("--speed is \"1,5\"", "demo", "--speed", "1,5")]
    [InlineData("--traffic is \"0\"", "demo", "--traffic", "0")]
    [InlineData("--traffic is \"501\"", "demo", "--traffic", "501")]
    [InlineData("--port is \"70000\"", "serve", "--port", "70000")]
    [InlineData("--port is \"80.5\"", "serve", "--port", "80.5")]
    [InlineData("There is no help about \"fire\", but about init, lint, plan, ", "help", "fire")]
    [InlineData("abort needs <rollout>: function:alias (the running or the last", "abort")]
    [InlineData("history needs <function>: ", "history")]
    [InlineData("There are two scenarios, \"stop\" and \"drift\"", "demo", "stop", "--scenario", "drift")]
    public async Task RunAsync_WhatThereIsNot_IsRefusedQuotingIt(string expected, params string[] arguments)
    {
        var typed = await Typed.RunAsync(arguments);

        Assert.Contains(expected, typed.Error, StringComparison.Ordinal);
        Assert.Equal((ExitCode.Misused, ""), (typed.Exit, typed.Output));
    }

    [Theory]
    [InlineData("history needs <function>", "history", "--output", "json")]
    [InlineData("\"--fast\" is unknown after list", "list", "--fast", "--output=json")]
    public async Task RunAsync_WhatThereIsNotForAProgram_IsOneObjectToo(string expected, params string[] arguments)
    {
        var typed = await Typed.RunAsync(arguments);

        using var json = JsonDocument.Parse(typed.Output);
        Assert.Contains(expected, json.RootElement.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Misused, json.RootElement.GetProperty("exitCode").GetInt32());
        Assert.Contains(expected, typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ManyThingsThatThereAreNot_TellsAllAtOnce()
    {
        var typed = await Typed.RunAsync("serve", "--speed", "0", "--traffic", "501", "now", "--fault");

        Assert.Equal(4, typed.Error.TrimEnd().Split('\n').Length);
    }

    [Fact]
    public async Task RunAsync_FaultsThatThereAreNot_TellsAllAtOnce()
    {
        var typed = await Typed.RunAsync("serve", "--fault", "lambda:UpdateAlis throttle", "--fault", "states:* boom");

        Assert.Contains(
            "\"lambda:UpdateAlis throttle\": lambda has no \"UpdateAlis\" here", typed.Error, StringComparison.Ordinal);
        Assert.Contains("\"states:* boom\": there is no \"boom\", but throttle, ", typed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_ItsVersion_IsThatOfTheProgram()
    {
        var typed = await Typed.RunAsync("--version");

        Assert.Equal(ExitCode.Done, typed.Exit);
        Assert.Matches(@"^[0-9]+\.[0-9]+\.[0-9]+(\+[0-9a-f]{40})?\s*$", typed.Output);
    }
}
