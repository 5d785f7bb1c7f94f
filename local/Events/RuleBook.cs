using System.Collections.Immutable;
using Canary.Local.Events.Errors;
using Canary.Local.Events.Model;

namespace Canary.Local.Events;

/// <summary>The rules of the bus. Thread-safe: a change makes a new list, which readers take as it is.</summary>
/// <param name="changed">Told of each rule that changed, or is gone, while no other changes.</param>
internal sealed class RuleBook(Action<string, RuleRecord?> changed)
{
    private readonly Lock _gate = new();
    private volatile ImmutableSortedDictionary<string, RuleRecord> _rules = ImmutableSortedDictionary.Create<string, RuleRecord>(
        StringComparer.Ordinal);

    /// <summary>All of them, by name.</summary>
    public ImmutableSortedDictionary<string, RuleRecord> All => _rules;

    /// <summary>Finds one.</summary>
    /// <exception cref="Wire.AwsException">ResourceNotFoundException.</exception>
    public RuleRecord Get(string name) => _rules.GetValueOrDefault(name) ?? throw EventsErrors.NoRule(name, EventsService.Bus);

    /// <summary>Puts a rule in place of the one of its name.</summary>
    public RuleRecord Put(string name, Func<RuleRecord?, RuleRecord> make)
    {
        lock (_gate)
        {
            var made = make(_rules.GetValueOrDefault(name));
            _rules = _rules.SetItem(name, made);
            changed(name, made);
            return made;
        }
    }

    /// <summary>Changes a rule that there is.</summary>
    /// <exception cref="Wire.AwsException">ResourceNotFoundException.</exception>
    public RuleRecord Change(string name, Func<RuleRecord, RuleRecord> change) =>
        Put(name, old => change(old ?? throw EventsErrors.NoRule(name, EventsService.Bus)));

    /// <summary>Removes a rule; that there is none is no error.</summary>
    /// <exception cref="Wire.AwsException">ValidationException: it has targets.</exception>
    public void Remove(string name)
    {
        lock (_gate)
        {
            if (_rules.GetValueOrDefault(name)?.Targets.Count > 0)
                throw EventsErrors.Validation("Rule can't be deleted since it has targets.");
            _rules = _rules.Remove(name);
            changed(name, null);
        }
    }
}
