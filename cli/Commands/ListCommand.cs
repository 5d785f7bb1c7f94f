using System.CommandLine;
using Canary.Cli.CommandLine;
using Canary.Cli.Telling;
using Canary.Cli.Verbs;

namespace Canary.Cli.Commands;

/// <summary><c>canary list</c>.</summary>
internal sealed class ListCommand : AwsCommand
{
    private readonly NumberOption _limit = new("--limit", 1, 500, "How many at most. Default: 20", isWhole: true);

    private readonly Option<bool> _running = new("--running") { Description = "Only those that are under way" };

    public ListCommand(Shell shell) : base(shell, "list", "Lists the stack's rollouts, the newest first")
    {
        Add(_limit);
        Add(_running);
    }

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult line, CommandContext context, CancellationToken interrupted)
    {
        var running = line.GetValue(_running);
        return new Listing(context).RunAsync(
            _ => true,
            (int)(line.GetValue(_limit) ?? 20),
            running ? "RUNNING" : null,
            running ? "No rollout is under way." : "There is no rollout yet.",
            interrupted);
    }
}
