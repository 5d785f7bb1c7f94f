using System.CommandLine;
using Canary.Cli.CommandLine;
using Canary.Cli.Files;
using Canary.Cli.Verbs;

namespace Canary.Cli.Commands;

/// <summary><c>canary init FUNCTION:ALIAS</c>.</summary>
internal sealed class InitCommand : ShellCommand
{
    private readonly Argument<string> _target = new("function:alias") { Description = "What is to be released" };

    private readonly TextOption _file = new(
        "--file",
        "path",
        "Where to write it; JSON where it ends in .json. Default: <function>.rollout.yaml",
        "orders.rollout.yaml");

    private readonly Option<bool> _force = new("--force")
    {
        Arity = ArgumentArity.Zero,
        Description = "Replaces a file that is there",
    };

    public InitCommand(Shell shell) : base(shell, "init", "Writes a rollout file with comments to begin with")
    {
        Add(_target);
        Add(_file);
        Add(_force);
    }

    protected override async Task<int> RunAsync(ParseResult line, Output output, CancellationToken interrupted)
    {
        var written = await FirstFile.WriteAsync(
            line.GetRequiredValue(_target), line.GetValue(_file), line.GetValue(_force), interrupted);
        output.Answer(
            $"Wrote {written.Path}, and {written.Schema} for editors. Next: canary lint, and then canary plan.",
            new() { ["file"] = written.Path, ["schema"] = written.Schema });
        return ExitCode.Done;
    }
}
