using Canary.Cli.Aws;
using Canary.Cli.Watching;

namespace Canary.Cli.Doctor;

/// <summary>Looks at the alarms that watch Canary itself.</summary>
internal sealed class OwnAlarmsExam(AwsAccess aws, Stack stack)
{
    private const string About = "Canary's alarms";

    private static readonly (string Name, string Cure)[] Alarms =
    [
        ("RollbackFailed", "a rollout could not give its alias back: docs/operating.md says what to do"),
        ("RestoreAliasErrors", "RestoreAlias failed: an alias may still have the weight of a rollout that was stopped"),
        ("SweepMissing", "the five-minute sweep does not run: enable the rule of that name, or wait where the stack is new"),
    ];

    public async Task<IReadOnlyList<Symptom>> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var found = await new AlarmReader(aws).ReadAsync(Alarms.Select(NameOf), cancellationToken);
            return [.. Of(found)];
        }
        catch (Exception fault) when (AwsFaults.IsDenied(fault))
        {
            return [];
        }
    }

    private IEnumerable<Symptom> Of(IReadOnlyList<AlarmLight> found)
    {
        var bad = 0;
        foreach (var alarm in Alarms)
        {
            var state = found.FirstOrDefault(one => one.Name == NameOf(alarm))?.State;
            if (state is not ("ALARM" or null)) continue;
            bad++;
            yield return state is null
                ? Symptom.Bad(About, $"there is no {NameOf(alarm)}. Deploy this release of Canary.")
                : Symptom.Bad(About, $"{NameOf(alarm)} is in ALARM: {alarm.Cure}.");
        }
        if (bad == 0) yield return Symptom.Good(About, "none is in ALARM: aliases are given back, and the sweep runs.");
    }

    private string NameOf((string Name, string Cure) alarm) => $"{stack.Name}-{alarm.Name}";
}
