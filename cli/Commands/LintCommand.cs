using System.CommandLine;
using System.Text.Json.Nodes;
using Canary.Cli.CommandLine;
using Canary.Cli.Files;
using Canary.Cli.Verbs;

namespace Canary.Cli.Commands;

/// <summary><c>canary lint [FILE…]</c>.</summary>
internal sealed class LintCommand : ShellCommand, IExplained
{
    private readonly FileArgument _files = new("Rollout files. Default: all that are here", ArgumentArity.ZeroOrMore);

    public LintCommand(Shell shell)
        : base(shell, "lint", "Checks rollout files without asking AWS: every fault at its line") => Add(_files);

    /// <inheritdoc/>
    public IEnumerable<HelpSection> More =>
    [
        new("It ends with:", [new("0", "no file has a fault"), new("2", "one has, or cannot be read")]),
    ];

    protected override async Task<int> RunAsync(ParseResult line, Output output, CancellationToken interrupted)
    {
        var paths = line.GetValue(_files) is { Length: > 0 } named ? named : RolloutFile.In(".");
        if (paths.Count == 0) paths = [RolloutFile.Chosen(null)];
        var files = new List<LintedFile>();
        foreach (var path in paths) files.Add(await LintedFile.ReadAsync(path, interrupted));
        output.Answer(
            string.Join('\n', files.Select(file => file.Text)),
            new() { ["files"] = new JsonArray([.. files.Select(file => file.Json)]) });
        return files.All(file => file.Faults.Count == 0) ? ExitCode.Done : ExitCode.Misused;
    }
}
