using System.Globalization;
using System.Text.Json.Nodes;
using Canary.Cli.Aws;
using Canary.Cli.Screens;
using Canary.Cli.Verbs;
using Canary.Cli.Watching;

namespace Canary.Cli.Undoing;

/// <summary>
/// Watches alarms after an undo, and tells whether they come right. They end nothing: the alias is where it was to be.
/// </summary>
internal sealed class AlarmsAfterwards(CommandContext context)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly AlarmReader _reader = new(context.Aws);

    /// <summary>Watches until each one that was in ALARM is OK again, or the time is over.</summary>
    /// <returns>Those that are in ALARM in the end.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(
        IReadOnlyList<string> names, TimeSpan longest, CancellationToken cancellationToken)
    {
        var (began, known, hasFired) = (context.Time.GetTimestamp(), new Dictionary<string, string>(), false);
        while (true)
        {
            foreach (var alarm in await ReadAsync(names, cancellationToken))
            {
                if (known.TryGetValue(alarm.Name, out var before) && before == alarm.State) continue;
                Tell(before is null ? $"{alarm.Name} is {alarm.State}." : $"{alarm.Name}: {before} -> {alarm.State}.", alarm);
                known[alarm.Name] = alarm.State;
            }
            List<string> firing = [.. known.Where(alarm => alarm.Value == "ALARM").Select(alarm => alarm.Key)];
            var isOver = context.Time.GetElapsedTime(began) >= longest;
            if (isOver || (hasFired && firing.Count == 0)) return firing;
            hasFired |= firing.Count > 0;
            await Task.Delay(Pause, context.Time, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<AlarmLight>> ReadAsync(IReadOnlyList<string> names, CancellationToken cancellationToken)
    {
        try
        {
            return await _reader.ReadAsync(names, cancellationToken);
        }
        catch (Exception fault) when (AwsFaults.IsPassing(fault) && !cancellationToken.IsCancellationRequested)
        {
            return [];
        }
    }

    private void Tell(string text, AlarmLight alarm)
    {
        var now = context.Time.GetUtcNow();
        context.Output.Say($"{Format.Time(now)} {text}");
        context.Output.Change(new JsonObject
        {
            ["at"] = now.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["alarm"] = alarm.Name,
            ["state"] = alarm.State,
        });
    }
}
