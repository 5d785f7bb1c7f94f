using System.CommandLine;
using Canary.Cli.CommandLine;
using Canary.Cli.Starting;
using Canary.Cli.Verbs;

namespace Canary.Cli.Commands;

/// <summary><c>canary watch</c>.</summary>
internal sealed class WatchCommand : AwsCommand, IExplained
{
    private readonly RolloutArgument _rollout = new();
    private readonly TimeOption _timeout = new("--timeout", "How long it watches at most: 90s, 30m, 2h. Default: until the end");

    public WatchCommand(Shell shell)
        : base(shell, "watch", "Shows a rollout until it is over: live, or a line a change where there is no terminal")
    {
        Add(_rollout);
        Add(_timeout);
    }

    /// <inheritdoc/>
    public IEnumerable<HelpSection> More =>
    [
        new("Such as:",
        [
            new("canary watch orders:live", "the rollout of an alias that runs, or ran last"),
            new("canary watch orders-1f0c2d7-1", "one by its execution's name"),
        ]),
        ExitCode.Help,
    ];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CommandContext context, CancellationToken interrupted)
    {
        var rollout = await context.Rollouts.FindAsync(line.GetRequiredValue(_rollout), interrupted);
        return await Follow.RunAsync(context, rollout, FollowMode.Watch, line.GetValue(_timeout), interrupted);
    }
}
