using System.CommandLine;
using Canary.Cli.CommandLine;

namespace Canary.Cli.Starting;

/// <summary>The options of a verb that starts a rollout and may stay with it.</summary>
internal sealed class FollowOptions
{
    private readonly Option<bool> _wait = new("--wait")
    {
        Arity = ArgumentArity.Zero,
        Description = "Stays until the rollout is over, prints a line a change, and ends as it did",
    };

    private readonly Option<bool> _watch = new("--watch")
    {
        Arity = ArgumentArity.Zero,
        Description = "The same, with the live screen where there is a terminal",
    };

    private readonly TimeOption _timeout = new("--timeout", "How long it stays at most: 90s, 30m, 2h. Default: until the end");

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_wait);
        command.Add(_watch);
        command.Add(_timeout);
        command.Validators.Add(given =>
        {
            var mode = Mode(given.GetValue(_wait), given.GetValue(_watch));
            if (given.GetResult(_timeout) is { Implicit: false } && mode == FollowMode.None)
                given.AddError("--timeout is for --wait and --watch. Give one of them, or leave it out.");
        });
    }

    /// <summary>How much is to be seen.</summary>
    public FollowMode Mode(ParseResult line) => Mode(line.GetValue(_wait), line.GetValue(_watch));

    /// <summary>For how long; null until the end.</summary>
    public TimeSpan? Timeout(ParseResult line) => line.GetValue(_timeout);

    private static FollowMode Mode(bool wait, bool watch) => watch ? FollowMode.Watch : wait ? FollowMode.Wait : FollowMode.None;
}
