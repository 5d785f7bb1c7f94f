using System.CommandLine;
using Canary.Aliases;
using Canary.Cli.CommandLine;
using Canary.Cli.Finding;
using Canary.Cli.Verbs;
using Canary.Wording;

namespace Canary.Cli.Speaking;

/// <summary>What may be said beside a word.</summary>
internal sealed class WordOptions
{
    private readonly TextOption _reason = new("--reason", "text", "Why, for the rollout's story", "\"the cart is slow\"");

    private readonly TextOption _by = new("--by", "name", "Who says it. Default: the caller, as AWS knows them", "alice", name =>
        name.Length <= Word.LongestName ? null : $"It may have {Word.LongestName} characters.");

    private readonly Option<bool> _noWait = new("--no-wait") { Description = "Does not wait until the rollout has seen it" };

    public void AddTo(Command command, bool waits = true)
    {
        command.Add(_reason);
        command.Add(_by);
        if (waits) command.Add(_noWait);
    }

    /// <summary>Why; null where the line does not say.</summary>
    public string? Reason(ParseResult line) => line.GetValue(_reason) is { } why && why.Trim().Length > 0 ? why : null;

    /// <summary>Whether to wait until it was seen.</summary>
    public bool Waits(ParseResult line) => !line.GetValue(_noWait);

    /// <summary>Who says it: the one whom the line names, else the caller.</summary>
    public async Task<string> ByAsync(ParseResult line, CommandContext context, CancellationToken cancellationToken) =>
        line.GetValue(_by) is { } name
            ? Quoted.Text(name, Word.LongestName)
            : (await context.CallerAsync(cancellationToken)).Name;

    /// <summary>The word with all of it.</summary>
    public async Task<SpokenWord> SpokenAsync(
        ParseResult line, CommandContext context, WordKind kind, RolloutName rollout, CancellationToken cancellationToken) =>
        new(kind, rollout, await ByAsync(line, context, cancellationToken), Reason(line));
}
