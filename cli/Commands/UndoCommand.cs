using System.CommandLine;
using System.Text.Json.Nodes;
using Canary.Cli.CommandLine;
using Canary.Cli.Finding;
using Canary.Cli.Screens;
using Canary.Cli.Speaking;
using Canary.Cli.Starting;
using Canary.Cli.Undoing;
using Canary.Cli.Verbs;

namespace Canary.Cli.Commands;

/// <summary><c>canary undo FUNCTION:ALIAS</c>.</summary>
internal sealed class UndoCommand : AwsCommand, IExplained
{
    private readonly Argument<string> _alias = new("alias") { Description = "function:alias" };

    private readonly TextOption _to = new("--to", "version", "Another version than the one before", "7", version =>
        version.All(char.IsAsciiDigit) ? null : "Give a version's number.");

    private readonly TimeOption _window = new("--window", "How long ago the last promotion may be. Default: 24h");

    private readonly TimeOption _alarmTime = new("--watch-alarms", "How long the alarms are watched afterwards. Default: 5m");

    private readonly Option<bool> _noAlarms = new("--no-alarms") { Description = "Does not watch them" };

    private readonly Option<bool> _yes = new("--yes") { Description = "Does not ask" };

    private readonly WordOptions _options = new();

    public UndoCommand(Shell shell)
        : base(shell, "undo", "Gives the version before the last promotion everything back, at once")
    {
        Add(_alias);
        Add(_to);
        Add(_window);
        _options.AddTo(this, waits: false);
        Add(_yes);
        Add(_alarmTime);
        Add(_noAlarms);
    }

    /// <inheritdoc/>
    public IEnumerable<HelpSection> More => [ExitCode.Help];

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(ParseResult line, CommandContext context, CancellationToken interrupted)
    {
        if (RolloutName.Parse(line.GetRequiredValue(_alias)) is not { Function: { } function, Alias: { } alias })
            throw CommandFault.Misused($"\"{line.GetValue(_alias)}\" is no alias. Give function:alias, such as orders:live.");
        var session = new UndoSession(context, function, alias);
        var window = line.GetValue(_window) ?? TimeSpan.FromHours(24);
        var choice = await session.ChooseAsync(line.GetValue(_to), window, interrupted);
        if (choice.Version is not { } version) return Answer(context, choice.Why);
        context.Output.Say(choice.Why);
        if (!line.GetValue(_yes) && !await IsMeantAsync(context, interrupted)) return Answer(context, "Nothing was changed.");
        var by = await _options.ByAsync(line, context, interrupted);
        var rollout = await session.StartAsync(version, by, _options.Reason(line) ?? choice.Why, interrupted);
        var exit = await Follow.RunAsync(context, rollout, FollowMode.Wait, null, interrupted);
        if (exit != ExitCode.Done || session.Alarms.Count == 0 || line.GetValue(_noAlarms)) return exit;
        await WatchAsync(context, session.Alarms, line.GetValue(_alarmTime) ?? TimeSpan.FromMinutes(5), interrupted);
        return exit;
    }

    private static async Task<bool> IsMeantAsync(CommandContext context, CancellationToken interrupted)
    {
        if (!context.Output.IsTerminal) return true;
        await context.Output.Text.WriteAsync("Go on? [y/N] ".AsMemory(), interrupted);
        var typed = await context.Shell.Input.ReadLineAsync(interrupted);
        return typed?.Trim() is { } word && (word.Equals("y", StringComparison.OrdinalIgnoreCase)
            || word.Equals("yes", StringComparison.OrdinalIgnoreCase));
    }

    // The undo is done, whatever they say: it is for a person to see whether it has helped.
    private static async Task WatchAsync(
        CommandContext context, IReadOnlyList<string> alarms, TimeSpan time, CancellationToken interrupted)
    {
        context.Output.Say($"The alarms are watched for up to {Format.Seconds(time)}. Ctrl-C ends that, and changes nothing.");
        var firing = await new AlarmsAfterwards(context).RunAsync(alarms, time, interrupted);
        if (firing.Count > 0)
            context.Output.Warn(
                $"Still in ALARM: {string.Join(", ", firing)}. The version that was undone may not be the cause.");
        else context.Output.Say("No alarm is in ALARM.");
    }

    private static int Answer(CommandContext context, string text)
    {
        context.Output.Answer(
            text, new JsonObject { ["outcome"] = "NothingToDo", ["message"] = text, ["exitCode"] = ExitCode.Done });
        return ExitCode.Done;
    }
}
