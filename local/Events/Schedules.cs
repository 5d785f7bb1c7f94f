using Canary.Local.Events.Model;

namespace Canary.Local.Events;

/// <summary>
/// The timers of rules with a schedule. A rule without targets, or a disabled one, has none: virtual time does not stop for it.
/// </summary>
/// <param name="clock">Whose time it is.</param>
/// <param name="fire">A rule's time has come.</param>
internal sealed class Schedules(TimeProvider clock, Action<RuleRecord> fire) : IDisposable
{
    // No timer of the machine's own may be set to more than some weeks.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ITimer> _timers = [];

    /// <summary>Sets a rule's timer as the rule now says; null if the rule is gone.</summary>
    public void Set(string name, RuleRecord? record)
    {
        lock (_gate)
        {
            if (_timers.Remove(name, out var old)) old.Dispose();
            if (record is { IsScheduled: true }) _timers[name] = Start(name, record);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var timer in _timers.Values) timer.Dispose();
            _timers.Clear();
        }
    }

    private ITimer Start(string name, RuleRecord record)
    {
        // Counted from the rule's own beginning: a timer that runs late, or a change of its targets, never shifts the times.
        var rate = record.Rule.Rate!.Value;
        var past = Math.Floor((clock.GetUtcNow() - record.Since) / rate);
        var next = record.Since + (past + 1) * rate;
        ITimer? timer = null;
        timer = clock.CreateTimer(_ => Tick(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        timer.Change(Sleep(), Timeout.InfiniteTimeSpan);
        return timer;

        void Tick()
        {
            var isDue = clock.GetUtcNow() >= next;
            if (isDue) next += rate;
            lock (_gate)
            {
                // A tick under way while its rule changes must not bring the old timer back.
                if (_timers.GetValueOrDefault(name) != timer) return;
                timer!.Change(Sleep(), Timeout.InfiniteTimeSpan);
            }
            if (isDue) fire(record);
        }

        TimeSpan Sleep() => next - clock.GetUtcNow() is var left && left > LongestSleep ? LongestSleep
            : left > TimeSpan.Zero ? left
            : TimeSpan.Zero;
    }
}
