using System.CommandLine;
using Canary.Aliases;
using Canary.Cli.CommandLine;
using Canary.Cli.Finding;
using Canary.Cli.Speaking;
using Canary.Cli.Verbs;

namespace Canary.Cli.Commands;

/// <summary><c>canary abort ROLLOUT</c>.</summary>
internal sealed class AbortCommand : AwsCommand, IExplained
{
    private readonly RolloutArgument _rollout = new();
    private readonly WordOptions _options = new();

    private readonly Option<bool> _now = new("--now")
    {
        Description = "Stops the execution at once, and does not wait for its next check",
    };

    public AbortCommand(Shell shell)
        : base(shell, Word.NameOf(WordKind.Abort), "Gives the old version all traffic back, and waits until it has it")
    {
        Add(_rollout);
        _options.AddTo(this, waits: false);
        Add(_now);
    }

    /// <inheritdoc/>
    public IEnumerable<HelpSection> More =>
    [
        new("How:",
        [
            new("the word", "the rollout's next look at the alias rolls back, and its document tells who and why"),
            new("then Stop", "where no look comes within a check's interval and 10 s; with --now, at once"),
        ]),
        new("It ends with:",
        [
            new("0", "the alias is back"),
            new("2", "there is nothing to abort: no rollout runs, or it was promoted before"),
            new("4", "somebody else has changed the alias, which stays as they set it"),
            new("5", "AWS could not be asked"),
            new("6", "the alias is not back yet: the answer says what to do"),
        ]),
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CommandContext context, CancellationToken interrupted)
    {
        var rollout = RolloutName.Parse(line.GetRequiredValue(_rollout));
        var spoken = await _options.SpokenAsync(line, context, WordKind.Abort, rollout, interrupted);
        return await new AbortSession(context, spoken).RunAsync(line.GetValue(_now), interrupted);
    }
}
