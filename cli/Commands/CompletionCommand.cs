using System.CommandLine;
using Canary.Cli.CommandLine;
using Canary.Cli.Completion;
using Canary.Cli.Verbs;

namespace Canary.Cli.Commands;

/// <summary><c>canary completion SHELL</c>.</summary>
internal sealed class CompletionCommand : ShellCommand, IExplained
{
    private readonly Argument<string> _shell = new("shell") { Description = "bash, zsh, fish or pwsh" };

    public CompletionCommand(Shell shell) : base(shell, "completion", "Prints what makes a shell complete canary's words")
    {
        Add(_shell);
        _shell.CompletionSources.Add([.. CompletionScript.Shells.Keys]);
        _shell.Validators.Add(given =>
        {
            if (given.Tokens is [{ Value: var name }] && !CompletionScript.Shells.ContainsKey(name))
                given.AddError($"The shell is \"{name}\". Give one of {string.Join(", ", CompletionScript.Shells.Keys)}.");
        });
    }

    /// <inheritdoc/>
    public IEnumerable<HelpSection> More =>
    [
        new("To have it in every shell:", [.. CompletionScript.Shells.Select(one => new HelpRow(one.Key, one.Value))]),
    ];

    protected override Task<int> RunAsync(ParseResult line, Output output, CancellationToken interrupted)
    {
        var shell = line.GetRequiredValue(_shell);
        var script = CompletionScript.Of(shell);
        if (output.IsJson) output.Answer(script, new() { ["shell"] = shell, ["script"] = script });
        else output.Text.WriteLine(script);
        return Task.FromResult(ExitCode.Done);
    }
}
