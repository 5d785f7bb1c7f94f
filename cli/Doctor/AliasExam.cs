using Canary.Aliases;
using Canary.Cli.Aws;
using Canary.Cli.Finding;
using Canary.Cli.Watching;

namespace Canary.Cli.Doctor;

/// <summary>Looks whether an alias can be released: where it is, who holds it, its alarms, and its metrics.</summary>
internal sealed class AliasExam(AwsAccess aws, RolloutFinder rollouts, TimeProvider time, string function, string alias)
{
    private readonly string _title = $"{function}:{alias}";

    /// <param name="alarms">Its alarms; null to look at those of its last rollout.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<Symptom>> LookAsync(IReadOnlyList<string>? alarms, CancellationToken cancellationToken)
    {
        AliasState? state = null;
        var found = await IfAllowedAsync("alias", async () =>
        {
            state = await new AliasReader(aws).ReadAsync(function, alias, cancellationToken);
            return
            [
                state is not null
                    ? await OfHoldAsync(state, cancellationToken)
                    : Symptom.Bad("alias", $"there is no {_title}. Create it at the version that is live, "
                        + "or give createAlias: true where none is live yet."),
            ];
        });
        return state is not { Version: var version } ? found :
        [
            .. found,
            .. await IfAllowedAsync("alarms", async () =>
            {
                var watched = alarms
                    ?? (await rollouts.LastAsync(function, alias, cancellationToken))?.Document?.Plan.Alarms ?? [];
                return [.. OfAlarms(watched, await new AlarmReader(aws).ReadAsync(watched, cancellationToken))];
            }),
            .. await IfAllowedAsync("metrics", async () =>
                [await new MetricsExam(aws, time, function, alias).LookAsync(version, cancellationToken)]),
        ];
    }

    // What may not be looked at is found too, and hides nothing else.
    private static async Task<IReadOnlyList<Symptom>> IfAllowedAsync(string about, Func<Task<IReadOnlyList<Symptom>>> look)
    {
        try
        {
            return await look();
        }
        catch (Exception fault) when (AwsFaults.IsDenied(fault))
        {
            return [Symptom.Doubtful(about, AwsFaults.Sentence(fault))];
        }
    }

    private async Task<Symptom> OfHoldAsync(AliasState state, CancellationToken cancellationToken)
    {
        var holder = await rollouts.HolderAsync(function, alias, cancellationToken);
        return (holder, state) switch
        {
            (null, { IsSettled: true, Version: "$LATEST" }) =>
                Symptom.Bad("alias", $"{_title} is at $LATEST, which cannot share traffic. Point it at a published version."),
            (null, { IsSettled: true }) => Symptom.Good("alias", $"{_title} is at {state}, and free."),
            (null, _) => Symptom.Bad("alias", $"{_title} is at {state}, and no rollout holds it: settle it at one version."),
            _ when !Hold.IsExecution(holder) => Symptom.Bad(
                "alias", $"{_title} bears the mark of \"{holder}\", which is no execution: "
                + "start the next rollout with takeOver: true."),
            _ => await OfHolderAsync(state, holder, cancellationToken),
        };
    }

    private async Task<Symptom> OfHolderAsync(AliasState state, string holder, CancellationToken cancellationToken)
    {
        return await rollouts.TryDescribeAsync(holder, cancellationToken) switch
        {
            null => Symptom.Bad("alias", $"{_title} is at {state}, and bears the mark of {holder}, which there is not, "
                + "or not any more: start the next rollout with takeOver: true."),
            { IsRunning: true } found =>
                Symptom.Good("alias", $"{_title} is at {state}, and held by {found.Name}, which is under way."),
            var found => Symptom.Bad("alias", $"{_title} is at {state}, and still held by {found.Name}, which has ended as "
                + $"{found.Status}. RestoreAlias gives it back within five minutes; else start the next rollout with "
                + "takeOver: true."),
        };
    }

    /// <summary>What the alarms of a rollout say.</summary>
    internal static IEnumerable<Symptom> OfAlarms(IReadOnlyList<string> names, IReadOnlyList<AlarmLight> found)
    {
        if (names.Count == 0)
            yield return Symptom.Doubtful(
                "alarms", "none is named: what no comparison can see, such as a slow database, ends no rollout.");
        foreach (var name in names)
        {
            yield return found.FirstOrDefault(one => one.Name == name)?.State switch
            {
                null => Symptom.Bad("alarms", $"there is no {name}: a rollout that names it is refused."),
                "ALARM" => Symptom.Doubtful(
                    "alarms", $"{name} is in ALARM: a rollout is refused unless allowAlarmsInAlarm names it."),
                "OK" => Symptom.Good("alarms", $"{name} is OK."),
                _ => Symptom.Doubtful("alarms", $"{name} has too little data to tell anything. Check its metric and dimensions."),
            };
        }
    }
}
