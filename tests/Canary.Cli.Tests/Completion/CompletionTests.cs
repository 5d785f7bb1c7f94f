using Canary.Cli.CommandLine;
using Canary.Cli.Completion;
using Canary.Cli.Tests.Commands;

namespace Canary.Cli.Tests.Completion;

public class CompletionTests
{
    [Theory]
    [InlineData("canary li", "lint\tChecks rollout files without asking AWS: every fault at its line")]
    [InlineData("/usr/bin/canary completion ", "bash")]
    [InlineData("canary completion z", "zsh")]
    [InlineData("canary serve --qu", "--quotas\tThrottles at AWS's request quotas (in simulated seconds)")]
    public async Task Complete_WhatIsTyped_IsGoneOnWith(string line, string expected) =>
        Assert.Contains(expected, await OfAsync(line));

    [Theory]
    [InlineData("canary lint", "plan")]
    [InlineData("canary com", "complete")]
    [InlineData("canary demo --", "--port")]
    [InlineData("canary demo -", "-?")]
    [InlineData("canary", "lint")]
    public async Task Complete_WhatDoesNotFit_IsNotOffered(string line, string unexpected) =>
        Assert.DoesNotContain(unexpected, (await OfAsync(line)).Select(one => one.Split('\t')[0]));

    [Theory]
    [InlineData("bash", "complete -o default -F _canary canary")]
    [InlineData("zsh", "#compdef canary")]
    [InlineData("fish", "complete -c canary")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName canary")]
    public async Task Completion_EachShell_HasItsScript(string shell, string expected)
    {
        var typed = await Typed.RunAsync("completion", shell);

        Assert.Equal((ExitCode.Done, ""), (typed.Exit, typed.Error));
        Assert.Contains(expected, typed.Output, StringComparison.Ordinal);
        Assert.Contains(shell, CompletionScript.Shells.Keys);
    }

    [Fact]
    public async Task Completion_AnotherShell_IsRefused()
    {
        var typed = await Typed.RunAsync("completion", "tcsh");

        Assert.Equal(ExitCode.Misused, typed.Exit);
        Assert.Contains("The shell is \"tcsh\". Give one of bash, zsh, fish, pwsh.", typed.Error, StringComparison.Ordinal);
    }

    private static async Task<string[]> OfAsync(string line)
    {
        var typed = await Typed.RunAsync("complete", line);
        Assert.Equal((ExitCode.Done, ""), (typed.Exit, typed.Error));
        return typed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
