using System.Runtime.CompilerServices;
using Canary.Cli.Aws;

namespace Canary.Cli.Watching;

/// <summary>
/// Looks at a rollout from outside, again and again: its execution's history, the alias, the alarms and the traffic.
/// </summary>
/// <param name="view">It as it was before it began.</param>
/// <param name="execution">Its execution's ARN.</param>
/// <param name="aws">Where it looks.</param>
/// <param name="pace">How often.</param>
/// <param name="trafficAsync">What each version has served by now; it is given what was seen so far.</param>
/// <param name="time">This machine's clock: how the pause between two looks is waited for.</param>
internal sealed class RolloutWatch(
    RolloutView view,
    string execution,
    AwsAccess aws,
    WatchPace pace,
    Func<RolloutView, CancellationToken, ValueTask<TrafficSnapshot>> trafficAsync,
    TimeProvider time)
{
    /// <summary>After these the alias is, or may be, another.</summary>
    private static readonly HashSet<string> Writers =
        ["HoldAlias", "CreateAlias", "ShiftWeight", "Promote", "AwaitPromotion", "FreeAlias", "Rollback"];

    private readonly History _history = new(
        (request, cancel) => aws.StepFunctions.GetExecutionHistoryAsync(request, cancel), execution);
    private readonly AliasReader _aliases = new(aws);
    private readonly AlarmReader _alarms = new(aws);
    private readonly Persistence _persistence = new(aws.Renew, time);
    private readonly Reminder _aliasDue = new(pace.Alias, time);
    private readonly Reminder _alarmsDue = new(pace.Alarms, time);

    /// <summary>What the last look has seen, with all that was told since.</summary>
    public RolloutView View { get; private set; } = view;

    /// <summary>Which alarms are looked at besides those that the rollout watches.</summary>
    public IReadOnlyList<string> AlarmNames { get; init; } = [];

    /// <summary>Looks, and again after a pause. Whoever takes what was seen may tell something before the next look.</summary>
    /// <param name="isOver">Whether it need not look again.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async IAsyncEnumerable<RolloutView> FollowAsync(
        Func<RolloutView, bool> isOver, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var isSeen = await _persistence.TryAsync(() => LookAsync(cancellationToken), cancellationToken);
            View = View with { Trouble = _persistence.Trouble };
            yield return View;
            if (isSeen && isOver(View)) yield break;
            await Task.Delay(_persistence.Pause(pace.Pause), time, cancellationToken);
        }
    }

    /// <summary>Something happened that the history does not tell.</summary>
    /// <param name="at">When.</param>
    /// <param name="who">Who did it.</param>
    /// <param name="text">What, in a sentence.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task TellAsync(DateTimeOffset at, string who, string text, CancellationToken cancellationToken)
    {
        await LookAtAliasAsync(cancellationToken);
        View = View.Tell(at, who, text);
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        // The history first: what is read after its end is final.
        var lines = await _history.ReadNewAsync(cancellationToken);
        View = lines.Aggregate(View, (now, line) => now.With(line));
        if (View.HasEnded || lines.Any(line => line.Type == "TaskStateExited" && Writers.Contains(line.State ?? "")))
            _aliasDue.Now();
        if (_aliasDue.IsDue) await LookAtAliasAsync(cancellationToken);
        if (_alarmsDue.IsDue)
        {
            var watched = AlarmNames.Union(View.Document?.Plan.Alarms ?? []);
            await IfAllowedAsync(_alarmsDue, "the alarms", async () =>
                View = View.With(await _alarms.ReadAsync(watched, cancellationToken)));
        }
        View = View.With(await trafficAsync(View, cancellationToken));
    }

    private Task LookAtAliasAsync(CancellationToken cancellationToken) => IfAllowedAsync(_aliasDue, "the alias", async () =>
    {
        if (await _aliases.ReadAsync(View.Function, View.AliasName, cancellationToken) is { } alias) View = View.With(alias);
    });

    /// <summary>Who may see the execution need not be allowed the rest: it is told once, and then left out.</summary>
    private async Task IfAllowedAsync(Reminder due, string what, Func<Task> readAsync)
    {
        try
        {
            if (due.IsOff) return;
            await readAsync();
            due.Done();
        }
        catch (Exception denied) when (AwsFaults.IsDenied(denied))
        {
            due.TurnOff();
            var told = $"Goes on without {what}. {AwsFaults.Sentence(denied)}";
            View = View.Tell(View.LastEvent ?? time.GetUtcNow(), "watch", told);
        }
    }
}
