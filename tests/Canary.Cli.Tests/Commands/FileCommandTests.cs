using System.Text.Json;
using System.Text.RegularExpressions;
using Canary.Cli.CommandLine;
using Canary.Cli.Tests.Files;

namespace Canary.Cli.Tests.Commands;

/// <summary><c>init</c> and <c>lint</c>.</summary>
public class FileCommandTests
{
    [Theory]
    [InlineData("orders:live", "orders.rollout.yaml")]
    [InlineData("orders:live", "orders.rollout.json")]
    [InlineData("arn:aws:lambda:eu-west-1:123456789012:function:orders:live", "orders.rollout.yaml")]
    [InlineData("1:no", "1.rollout.yml")]
    public async Task Init_AnyTarget_WritesAFileWithoutFaults(string target, string name)
    {
        using var folder = new ScratchFolder();

        var written = await Typed.RunAsync("init", target, "--file", folder.Of(name));
        var linted = await Typed.RunAsync("lint", folder.Of(name));

        Assert.Equal((ExitCode.Done, ""), (written.Exit, written.Error));
        Assert.Equal(ExitCode.Done, linted.Exit);
        Assert.Equal($"{folder.Of(name)}: no fault. canary plan asks AWS about it too.", linted.Output.TrimEnd());
        Assert.True(File.Exists(folder.Of("canary.schema.json")));
    }

    [Fact]
    public async Task Init_EachLineThatIsCommentedOut_CanBeUsed()
    {
        using var folder = new ScratchFolder();
        var path = folder.Of("orders.rollout.yaml");
        await Typed.RunAsync("init", "orders:live", "--file", path);
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);

        // What is commented out has a colon or a dash; sentences have not. One of deploymentConfig and steps is enough.
        var used = lines.Select(line => Regex.Replace(line, @"^( *)# (?=( *- | *\w+:( |$)))", "$1"))
            .Where(line => !line.StartsWith("deploymentConfig", StringComparison.Ordinal));
        folder.Write("used.rollout.yaml", string.Join('\n', used));
        var linted = await Typed.RunAsync("lint", folder.Of("used.rollout.yaml"));

        Assert.Equal((ExitCode.Done, ""), (linted.Exit, linted.Error));
        Assert.Contains("\ntargetVersion: \"7\"", string.Join('\n', used), StringComparison.Ordinal);
        Assert.Contains("\n    - preset: http-5xx", string.Join('\n', used), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("orders", "\"orders\" names no function with an alias. Say both, such as orders:live.")]
    [InlineData("orders:", "\"orders:\" names no function with an alias. Say both, such as orders:live.")]
    [InlineData("or ders:live", "functionName \"or ders\" is neither a function's name")]
    [InlineData("orders:7", "aliasName \"7\" is no alias's name.")]
    public async Task Init_WhatIsNoTarget_IsRefused(string target, string says)
    {
        using var folder = new ScratchFolder();

        var typed = await Typed.RunAsync("init", target, "--file", folder.Of("a.rollout.yaml"));

        Assert.Equal(ExitCode.Misused, typed.Exit);
        Assert.StartsWith(says, typed.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public async Task Init_AFileThatIsThere_IsReplacedOnlyIfAsked()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("orders.rollout.yaml", "mine");

        var refused = await Typed.RunAsync("init", "orders:live", "--file", path);
        Assert.Equal(ExitCode.Misused, refused.Exit);
        Assert.Contains("is there already", refused.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));

        Assert.Equal(ExitCode.Done, (await Typed.RunAsync("init", "orders:live", "--file", path, "--force")).Exit);
    }

    [Fact]
    public async Task Lint_Faults_AreALineEachAndExitWith2()
    {
        using var folder = new ScratchFolder();
        var (bad, worse) = (folder.Write("bad.rollout.yaml", "aliasName: live\nsteps: 7"), folder.Of("none.rollout.yaml"));

        var typed = await Typed.RunAsync("lint", bad, worse);

        Assert.Equal((ExitCode.Misused, ""), (typed.Exit, typed.Error));
        Assert.Equal(
            [$"{bad}:1:1: functionName is missing", $"{bad}:2:1: steps is 7", $"{worse}:1:1: There is no file \"{worse}\""],
            [.. typed.Output.TrimEnd().Split('\n').Select(line => line.Split(". ")[0])]);
    }

    [Fact]
    public async Task Lint_AsJson_IsOneObject()
    {
        using var folder = new ScratchFolder();
        var path = folder.Write("bad.rollout.yaml", "functionName: f\naliasName: live\nsteps: 7");

        var typed = await Typed.RunAsync("lint", path, "--output", "json");

        using var json = JsonDocument.Parse(typed.Output);
        var file = Assert.Single(json.RootElement.GetProperty("files").EnumerateArray());
        var fault = Assert.Single(file.GetProperty("faults").EnumerateArray());
        Assert.Equal(path, file.GetProperty("file").GetString());
        Assert.Equal((3, 1), (fault.GetProperty("line").GetInt32(), fault.GetProperty("column").GetInt32()));
        Assert.StartsWith("steps is 7.", fault.GetProperty("fault").GetString(), StringComparison.Ordinal);
    }
}
