using Canary.Cli.Aws;
using Canary.Cli.Watching;

namespace Canary.Cli.Doctor;

/// <summary>Looks at the alarms that watch Canary itself.</summary>
internal sealed class OwnAlarmsExam(AwsAccess aws, Stack stack, TimeProvider time)
{
    private const string About = "Canary's alarms";
    private const string Sweep = "SweepMissing";

    /// <summary>What the alarm of the sweep looks back over: a stack as new as that may not have swept yet.</summary>
    private static readonly TimeSpan New = TimeSpan.FromMinutes(15);

    private static readonly (string Name, string Cure)[] Alarms =
    [
        ("RollbackFailed", "a rollout could not give its alias back: docs/operating.md says what to do"),
        ("RestoreAliasErrors", "RestoreAlias failed: an alias may still have the weight of a rollout that was stopped"),
        (Sweep, "the five-minute sweep does not run: enable the rule of the alarm's name, without \"Missing\""),
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
        var ringing = 0;
        foreach (var alarm in Alarms)
        {
            var light = found.FirstOrDefault(one => one.Name == NameOf(alarm));
            if (light is not (null or { State: "ALARM" })) continue;
            ringing++;
            yield return light is null ? Symptom.Bad(About, $"there is no {NameOf(alarm)}. Deploy this release of Canary.")
                : alarm.Name == Sweep && time.GetUtcNow() - light.Made < New
                    ? Symptom.Doubtful(
                        About, $"{light.Name} is in ALARM until the new stack's first sweep is seen, in a few minutes.")
                : Symptom.Bad(About, $"{light.Name} is in ALARM: {alarm.Cure}.");
        }
        if (ringing == 0) yield return Symptom.Good(About, "none is in ALARM: aliases are given back, and the sweep runs.");
    }

    private string NameOf((string Name, string Cure) alarm) => $"{stack.Name}-{alarm.Name}";
}
