using Canary.Local.Clocks;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;

namespace Canary.Local.StepFunctions;

/// <summary>The aliases of the account's state machines. The caller holds the lock.</summary>
internal sealed class MachineAliases(Clock clock)
{
    private const int Most = 100;

    private readonly Dictionary<string, List<MachineAlias>> _aliases = [];

    /// <summary>Those of one state machine, the oldest first, as AWS was recorded to list them.</summary>
    public IReadOnlyList<MachineAlias> Of(string machine) => [.. _aliases.GetValueOrDefault(machine, [])];

    /// <summary>Those of a state machine that lead to one of its versions, alone or beside another.</summary>
    public IReadOnlyList<MachineAlias> LeadingTo(string machine, string version) =>
        [.. Of(machine).Where(alias => alias.Routes.Any(route => route.StateMachineVersionArn == version))];

    /// <summary>Finds one; null where there is none.</summary>
    public MachineAlias? Find(string machine, string name) =>
        _aliases.GetValueOrDefault(machine, []).FirstOrDefault(alias => alias.Name == name);

    /// <summary>Creates one. The same again is no error and changes nothing.</summary>
    /// <exception cref="AwsException">ConflictException, ServiceQuotaExceededException.</exception>
    public MachineAlias Create(string machine, string name, string? description, IReadOnlyList<MachineRoute> routes)
    {
        if (Find(machine, name) is { } known)
        {
            return known.Description == description && known.Routes.SequenceEqual(routes)
                ? known
                : throw StepFunctionsErrors.AliasExists();
        }
        if (!_aliases.TryGetValue(machine, out var aliases)) _aliases[machine] = aliases = [];
        if (aliases.Count == Most) throw StepFunctionsErrors.TooMany("aliases", Most);
        var now = clock.GetUtcNow();
        var created = new MachineAlias($"{machine}:{name}", name, description, routes, now, now);
        aliases.Add(created);
        return created;
    }

    /// <summary>Changes what is given and nothing else.</summary>
    /// <exception cref="AwsException">ResourceNotFound.</exception>
    public MachineAlias Update(string machine, string name, string? description, IReadOnlyList<MachineRoute>? routes)
    {
        var old = Find(machine, name) ?? throw StepFunctionsErrors.NoResource();
        var updated = old with
        {
            Description = description ?? old.Description,
            Routes = routes ?? old.Routes,
            UpdateDate = clock.GetUtcNow(),
        };
        var aliases = _aliases[machine];
        aliases[aliases.IndexOf(old)] = updated;
        return updated;
    }

    /// <summary>Deletes one; that there is none is no error.</summary>
    public void Delete(string machine, string name)
    {
        if (_aliases.TryGetValue(machine, out var aliases)) aliases.RemoveAll(alias => alias.Name == name);
    }
}
