using System.Globalization;
using Canary.Local.CloudWatch.Errors;
using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>All alarms and their states. A child's change carries through to its composites at once. Thread-safe.</summary>
internal sealed class AlarmBook(TimeProvider clock, Action<AlarmStateChange> changed)
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Alarm> _alarms = new(StringComparer.Ordinal);

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<Alarm> All()
    {
        lock (_gate) return [.. _alarms.Values];
    }

    /// <summary>Those of these names that there are, by name.</summary>
    public IReadOnlyList<Alarm> Named(IReadOnlyList<string> names)
    {
        lock (_gate)
        {
            return
            [
                .. names.Distinct()
                    .Order(StringComparer.Ordinal)
                    .Select(name => _alarms.GetValueOrDefault(name))
                    .OfType<Alarm>(),
            ];
        }
    }

    /// <summary>
    /// Puts an alarm in place of the one of its name, which <paramref name="make"/> gets to see. A composite is evaluated.
    /// </summary>
    /// <returns>Whether there was none.</returns>
    public bool Put(string name, Func<Alarm?, Alarm> make)
    {
        var changes = new List<AlarmStateChange>();
        bool isNew;
        lock (_gate)
        {
            var old = _alarms.GetValueOrDefault(name);
            var alarm = make(old);
            isNew = old is null;
            _alarms[name] = alarm;
            if (alarm is CompositeAlarm composite)
                Settle(
                    composite,
                    $"{alarm.Arn} was {(old is null ? "created" : "updated")} and its alarm rule evaluates to ",
                    null,
                    changes);
        }
        changes.ForEach(changed);
        return isNew;
    }

    /// <summary>Sets a state. The same value again changes the reason only.</summary>
    /// <returns>Whether there is such an alarm.</returns>
    public bool SetState(string name, AlarmStateValue value, string reason, string? reasonData)
    {
        var changes = new List<AlarmStateChange>();
        lock (_gate)
        {
            if (!_alarms.TryGetValue(name, out var alarm)) return false;
            Move(alarm, value, reason, reasonData, changes);
        }
        changes.ForEach(changed);
        return true;
    }

    /// <summary>Removes alarms.</summary>
    /// <returns>Those that there were.</returns>
    /// <exception cref="Wire.AwsException">A composite alarm that stays depends on one of them, or more than one of them
    /// is composite: none is removed.</exception>
    public IReadOnlyList<Alarm> Remove(IReadOnlyCollection<string> names)
    {
        lock (_gate)
        {
            var leaving = names.Distinct().Select(_alarms.GetValueOrDefault).OfType<Alarm>().ToList();
            if (leaving.Count(alarm => alarm is CompositeAlarm) > 1)
                throw CloudWatchErrors.Validation("No more than one composite alarm can be deleted in one request.");
            var staying = _alarms.Values.OfType<CompositeAlarm>().Where(alarm => !names.Contains(alarm.Name)).ToList();
            if (leaving.Find(alarm => staying.Exists(composite => composite.Watches(alarm))) is { } needed)
                throw CloudWatchErrors.Validation(
                    $"Cannot delete {needed.Name} as there are composite alarm(s) depending on it.");
            foreach (var alarm in leaving) _alarms.Remove(alarm.Name);
            return leaving;
        }
    }

    /// <param name="alarm">As it is now.</param>
    /// <param name="value">The state to set.</param>
    /// <param name="reason">Why.</param>
    /// <param name="reasonData">Why, as JSON.</param>
    /// <param name="changes">Where transitions are noted.</param>
    /// <param name="chain">The alarms whose transitions led here. AWS stops at a cycle too.</param>
    private void Move(
        Alarm alarm,
        AlarmStateValue value,
        string reason,
        string? reasonData,
        List<AlarmStateChange> changes,
        params string[] chain)
    {
        var next = alarm with { State = alarm.State.Next(value, reason, reasonData, clock.GetUtcNow()) };
        _alarms[alarm.Name] = next;
        if (value == alarm.State.Value) return;
        changes.Add(new AlarmStateChange(next, alarm.State));
        var parents = _alarms.Values.OfType<CompositeAlarm>()
            .Where(parent => parent.Watches(next) && !chain.Contains(parent.Name))
            .ToList();
        foreach (var parent in parents)
            Settle((CompositeAlarm)_alarms[parent.Name], Transition(next), next, changes, [.. chain, alarm.Name]);
    }

    private void Settle(
        CompositeAlarm composite, string reason, Alarm? trigger, List<AlarmStateChange> changes, params string[] chain)
    {
        var value = composite.Rule.Holds(child => Child(child)?.State.Value) ? AlarmStateValue.Alarm : AlarmStateValue.Ok;
        if (value == composite.State.Value) return;
        IEnumerable<Alarm> triggering = trigger is null ? composite.Rule.Children().Select(Child).OfType<Alarm>() : [trigger];
        Move(composite, value, trigger is null ? reason + value.Text() : reason, StateDocument.Of(triggering), changes, chain);
    }

    private Alarm? Child(string nameOrArn) =>
        _alarms.GetValueOrDefault(nameOrArn) ?? _alarms.Values.FirstOrDefault(alarm => alarm.Arn == nameOrArn);

    private static string Transition(Alarm alarm) =>
        $"{alarm.Arn} transitioned to {alarm.State.Value.Text()} "
            + $"at {alarm.State.Updated.UtcDateTime.ToString("dddd dd MMMM, yyyy HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)}";
}
