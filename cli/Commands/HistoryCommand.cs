using System.CommandLine;
using Canary.Cli.CommandLine;
using Canary.Cli.Telling;
using Canary.Cli.Verbs;

namespace Canary.Cli.Commands;

/// <summary><c>canary history FUNCTION[:ALIAS]</c>.</summary>
internal sealed class HistoryCommand : AwsCommand
{
    private readonly Argument<string> _function = new("function") { Description = "The function, or function:alias" };

    private readonly NumberOption _limit = new("--limit", 1, 500, "How many at most. Default: 20", isWhole: true);

    public HistoryCommand(Shell shell) : base(shell, "history", "Lists the rollouts of one function, the newest first")
    {
        Add(_function);
        Add(_limit);
    }

    /// <inheritdoc/>
    protected override Task<int> RunAsync(ParseResult line, CommandContext context, CancellationToken interrupted)
    {
        var named = line.GetRequiredValue(_function);
        var parts = named.Split(':', 2);
        var alias = parts.ElementAtOrDefault(1);
        return new Listing(context).RunAsync(
            rollout => rollout.Function == parts[0] && (alias is null || rollout.Alias == alias),
            (int)(line.GetValue(_limit) ?? 20),
            null,
            $"There is no rollout of {named} yet.",
            interrupted);
    }
}
