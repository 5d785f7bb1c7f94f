using System.Globalization;

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

    /// <summary>Null if there is none of that name.</summary>
    public Alarm? Find(string name)
    {
        lock (_gate) return _alarms.GetValueOrDefault(name);
    }

    /// <summary>Puts an alarm in place of the one of its name, whose state it keeps.</summary>
    public void Put(string name, Func<Alarm?, AlarmState, Alarm> make)
    {
        var changes = new List<AlarmStateChange>();
        lock (_gate)
        {
            var old = _alarms.GetValueOrDefault(name);
            var alarm = make(old, old?.State ?? AlarmState.Initial(clock.GetUtcNow()));
            _alarms[name] = alarm;
            if (alarm is CompositeAlarm composite) Settle(composite, $"{alarm.Arn} was {(old is null ? "created" : "updated")} and its alarm rule evaluates to ", null, changes);
        }
        changes.ForEach(changed);
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

    /// <summary>Removes those that exist.</summary>
    public void Remove(IEnumerable<string> names)
    {
        lock (_gate)
        {
            foreach (var name in names) _alarms.Remove(name);
        }
    }

    private void Move(Alarm alarm, AlarmStateValue value, string reason, string? reasonData, List<AlarmStateChange> changes)
    {
        var next = alarm with { State = alarm.State.Next(value, reason, reasonData, clock.GetUtcNow()) };
        _alarms[alarm.Name] = next;
        if (value == alarm.State.Value) return;
        changes.Add(new AlarmStateChange(next, alarm.State));
        // AWS stops at a cycle too: an alarm that has changed in this chain does not change again.
        foreach (var parent in _alarms.Values.OfType<CompositeAlarm>().Where(parent => parent.Watches(next)).ToList())
        {
            if (changes.All(change => change.Alarm.Name != parent.Name)) Settle(parent, Transition(next), next, changes);
        }
    }

    private void Settle(CompositeAlarm composite, string reason, Alarm? trigger, List<AlarmStateChange> changes)
    {
        var value = composite.Rule.Holds(child => Child(child)?.State.Value) ? AlarmStateValue.Alarm : AlarmStateValue.Ok;
        if (value == composite.State.Value) return;
        IEnumerable<Alarm> triggering = trigger is null ? composite.Rule.Children().Select(Child).OfType<Alarm>() : [trigger];
        Move(composite, value, trigger is null ? reason + value.Text() : reason, StateReasonData.Of(triggering), changes);
    }

    private Alarm? Child(string nameOrArn) =>
        _alarms.GetValueOrDefault(nameOrArn) ?? _alarms.Values.FirstOrDefault(alarm => alarm.Arn == nameOrArn);

    private static string Transition(Alarm alarm) =>
        $"{alarm.Arn} transitioned to {alarm.State.Value.Text()} at {alarm.State.Updated.UtcDateTime.ToString("dddd dd MMMM, yyyy HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)}";
}
