using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Alarms;

/// <summary>What happened to alarms in the last two weeks, those deleted since too. Thread-safe.</summary>
internal sealed class AlarmHistory(TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);
    private readonly Lock _gate = new();
    private readonly Queue<AlarmHistoryItem> _items = [];

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<AlarmHistoryItem> All()
    {
        lock (_gate) return [.. _items];
    }

    public void Add(AlarmStateChange change) => Add(
        change.Alarm,
        "StateUpdate",
        $"Alarm updated from {change.Previous.Value.Text()} to {change.Alarm.State.Value.Text()}",
        StateDocument.Of(change));

    public void Add(Alarm alarm, string verb) =>
        Add(alarm, "ConfigurationUpdate", $"Alarm \"{alarm.Name}\" {verb}", StateDocument.Of(verb));

    private void Add(Alarm alarm, string kind, string summary, string data)
    {
        var item = new AlarmHistoryItem(clock.GetUtcNow(), alarm.Name, alarm is CompositeAlarm, kind, summary, data);
        lock (_gate)
        {
            _items.Enqueue(item);
            while (_items.Peek().Timestamp < item.Timestamp - Kept) _items.Dequeue();
        }
    }
}
