using System.Runtime.CompilerServices;

namespace Canary.Cli.Watching;

/// <summary>
/// Looks at a rollout from outside, again and again: its execution's history, the alias, the alarms and the traffic.
/// </summary>
/// <param name="view">It as it was before it began.</param>
/// <param name="history">Its execution's history.</param>
/// <param name="aliases">Reads the alias.</param>
/// <param name="alarms">Reads the alarms.</param>
/// <param name="alarmNames">Which alarms are looked at besides those that the rollout watches.</param>
/// <param name="traffic">What each version has served by now.</param>
/// <param name="time">How the pause between two looks is waited for.</param>
internal sealed class RolloutWatch(
    RolloutView view,
    History history,
    AliasReader aliases,
    AlarmReader alarms,
    IReadOnlyList<string> alarmNames,
    Func<TrafficSnapshot> traffic,
    TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>What the last look has seen, with all that was told since.</summary>
    public RolloutView View { get; private set; } = view;

    /// <summary>Looks, and again after a pause. Whoever takes what was seen may tell something before the next look.</summary>
    /// <param name="isOver">Whether it need not look again.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public async IAsyncEnumerable<RolloutView> FollowAsync(
        Func<RolloutView, bool> isOver, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            // The history first: what is read after its end is final.
            var lines = await history.ReadNewAsync(cancellationToken);
            View = lines.Aggregate(View, (now, line) => now.With(line));
            await LookAtAliasAsync(cancellationToken);
            var watched = alarmNames.Union(View.Document?.Plan.Alarms ?? []);
            View = View.With(await alarms.ReadAsync(watched, cancellationToken)).With(traffic());
            yield return View;
            if (isOver(View)) yield break;
            await Task.Delay(Pause, time, cancellationToken);
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

    private async Task LookAtAliasAsync(CancellationToken cancellationToken)
    {
        if (await aliases.ReadAsync(View.Function, View.AliasName, cancellationToken) is { } alias) View = View.With(alias);
    }
}
