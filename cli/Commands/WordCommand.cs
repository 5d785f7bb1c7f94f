using System.CommandLine;
using Canary.Aliases;
using Canary.Cli.CommandLine;
using Canary.Cli.Finding;
using Canary.Cli.Speaking;
using Canary.Cli.Verbs;

namespace Canary.Cli.Commands;

/// <summary><c>canary pause ROLLOUT</c>, and the other words to a rollout that runs.</summary>
internal sealed class WordCommand : AwsCommand, IExplained
{
    private static readonly (WordKind Kind, string About)[] Words =
    [
        (WordKind.Pause, "Keeps a rollout at its weight until resume; the alarms are watched on"),
        (WordKind.Resume, "Goes on with a rollout that is paused"),
        (WordKind.Skip, "Goes to the next step now, if nothing is wrong"),
        (WordKind.Promote, "Gives the new version all traffic now, if nothing is wrong"),
        (WordKind.Approve, "Approves the step that waits for a person"),
        (WordKind.Reject, "Rejects the step that waits for a person: it is rolled back"),
    ];

    private readonly WordKind _kind;
    private readonly RolloutArgument _rollout = new();
    private readonly WordOptions _options = new();
    private readonly TimeOption _for = new("--for", "How long the pause lasts at most, such as 30m. Default: an hour");

    private WordCommand(Shell shell, WordKind kind, string about) : base(shell, Word.NameOf(kind), about)
    {
        _kind = kind;
        Add(_rollout);
        _options.AddTo(this);
        if (kind == WordKind.Pause) Add(_for);
    }

    /// <inheritdoc/>
    public IEnumerable<HelpSection> More =>
    [
        new("It ends with:",
        [
            new("0", "the rollout has seen it"),
            new("2", "it cannot be done now, or came too late: the answer says why"),
            new("5", "AWS could not be asked"),
            new("6", "the rollout has not seen it yet, and the word stands"),
        ]),
    ];

    /// <summary>A verb for each word, but for abort, which does more.</summary>
    public static IEnumerable<WordCommand> All(Shell shell) =>
        Words.Select(word => new WordCommand(shell, word.Kind, word.About));

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CommandContext context, CancellationToken interrupted)
    {
        var rollout = RolloutName.Parse(line.GetRequiredValue(_rollout));
        var spoken = await _options.SpokenAsync(line, context, _kind, rollout, interrupted);
        return await new WordSession(context).RunAsync(
            _kind == WordKind.Pause ? spoken with { For = line.GetValue(_for) } : spoken, _options.Waits(line), interrupted);
    }
}
