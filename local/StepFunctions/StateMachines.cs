using System.Collections.Concurrent;
using Canary.Local.Clocks;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Model;
using Canary.Local.StepFunctions.Tasks;
using Canary.Local.Wire;
using Canary.StatesLanguage.Parsing;
using Canary.StatesLanguage.States;

namespace Canary.Local.StepFunctions;

/// <summary>The state machines of the account.</summary>
/// <param name="clock">The embedded AWS's clock.</param>
/// <param name="account">Whose they are.</param>
/// <param name="random">Chooses between the two versions of an alias.</param>
internal sealed partial class StateMachines(Clock clock, AwsAccount account, Random random)
{
    private readonly Lock _gate = new();
    private readonly MachineVersions _versions = new(clock);
    private readonly MachineAliases _aliases = new(clock);
    private readonly ConcurrentDictionary<string, StateMachine> _machines = new();

    /// <summary>All of them, by name.</summary>
    public IReadOnlyList<StateMachine> All => [.. _machines.Values.OrderBy(machine => machine.Name, StringComparer.Ordinal)];

    /// <summary>Creates one. The same again is no error and changes nothing, not even the role.</summary>
    /// <exception cref="AwsException">
    /// InvalidName, InvalidArn, InvalidDefinition, StateMachineAlreadyExists, ValidationException.
    /// </exception>
    public StateMachine Create(string name, string definition, string roleArn)
    {
        NameRules.Check(name);
        NameRules.CheckRole(roleArn);
        var arn = $"arn:aws:states:{account.Region}:{account.Id}:stateMachine:{name}";
        var now = clock.GetUtcNow();
        var created = new StateMachine(arn, name, definition, Parse(definition), roleArn, now, now, null);
        var machine = _machines.GetOrAdd(arn, created);
        return machine.Text == definition
            ? machine
            : throw StepFunctionsErrors.MachineExists(arn);
    }

    /// <summary>Changes one. Executions under way keep the old one.</summary>
    /// <exception cref="AwsException">
    /// StateMachineDoesNotExist, MissingRequiredParameter, InvalidArn, InvalidDefinition, ValidationException.
    /// </exception>
    public StateMachine Update(string arn, string? definition, string? roleArn)
    {
        var old = Get(arn);
        if (definition is null && roleArn is null) throw StepFunctionsErrors.NothingToUpdate();
        if (roleArn is not null) NameRules.CheckRole(roleArn);
        var isSame = (definition ?? old.Text) == old.Text && (roleArn ?? old.RoleArn) == old.RoleArn;
        return _machines[arn] = old with
        {
            Text = definition ?? old.Text,
            Definition = definition is null ? old.Definition : Parse(definition),
            RoleArn = roleArn ?? old.RoleArn,
            UpdateDate = clock.GetUtcNow(),
            RevisionId = isSame ? old.RevisionId : Guid.NewGuid().ToString(),
        };
    }

    /// <summary>Finds one by its own ARN.</summary>
    /// <exception cref="AwsException">InvalidArn, StateMachineDoesNotExist.</exception>
    public StateMachine Get(string arn)
    {
        NameRules.CheckArn(arn, "stateMachine");
        return _machines.TryGetValue(arn, out var machine)
            ? machine
            : throw StepFunctionsErrors.NoMachine(arn);
    }

    private static StateMachineDefinition Parse(string definition)
    {
        CommonErrors.CheckLength(definition, "definition", 1, WorkflowLimits.DefinitionLength);
        try
        {
            return DefinitionParser.Parse(definition, new ServiceIntegrations());
        }
        catch (DefinitionException wrong)
        {
            throw StepFunctionsErrors.InvalidDefinition(wrong.Message);
        }
    }
}
