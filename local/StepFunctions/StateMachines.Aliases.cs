using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;

namespace Canary.Local.StepFunctions;

// Aliases of state machines.
internal sealed partial class StateMachines
{
    /// <summary>Creates an alias of the state machine that its versions are of.</summary>
    /// <exception cref="AwsException">
    /// ValidationException, InvalidArn, ResourceNotFound, ConflictException, ServiceQuotaExceededException.
    /// </exception>
    public MachineAlias CreateAlias(string name, string? description, IReadOnlyList<MachineRoute> routes)
    {
        RouteRules.CheckName(name);
        CommonErrors.CheckLength(description ?? "", "description", 0, WorkflowLimits.DescriptionLength);
        var machine = RouteRules.Check(routes);
        lock (_gate)
        {
            RequireVersions(routes);
            return _aliases.Create(machine, name, description, routes);
        }
    }

    /// <summary>Changes what is given of an alias, and nothing else.</summary>
    /// <exception cref="AwsException">ValidationException, InvalidArn, ResourceNotFound.</exception>
    public MachineAlias UpdateAlias(string arn, string? description, IReadOnlyList<MachineRoute>? routes)
    {
        var name = AliasName(arn);
        CommonErrors.CheckLength(description ?? "", "description", 0, WorkflowLimits.DescriptionLength);
        if (description is null && routes is null) throw StepFunctionsErrors.NoAliasChange();
        if (routes is not null && RouteRules.Check(routes) != name.Machine) throw StepFunctionsErrors.NoResource();
        lock (_gate)
        {
            if (routes is not null) RequireVersions(routes);
            return _aliases.Update(name.Machine, name.Qualifier!, description, routes);
        }
    }

    /// <summary>Finds an alias.</summary>
    /// <exception cref="AwsException">ValidationException, InvalidArn, ResourceNotFound.</exception>
    public MachineAlias Alias(string arn)
    {
        var name = AliasName(arn);
        lock (_gate) return _aliases.Find(name.Machine, name.Qualifier!) ?? throw StepFunctionsErrors.NoResource();
    }

    /// <summary>Deletes an alias; that there is none is no error.</summary>
    /// <exception cref="AwsException">ValidationException, InvalidArn.</exception>
    public void DeleteAlias(string arn)
    {
        var name = AliasName(arn);
        lock (_gate) _aliases.Delete(name.Machine, name.Qualifier!);
    }

    /// <summary>The aliases of a state machine, or those that lead to one version.</summary>
    /// <exception cref="AwsException">InvalidArn, StateMachineDoesNotExist.</exception>
    public IReadOnlyList<MachineAlias> Aliases(string arn)
    {
        var name = MachineName.Parse(arn);
        var machine = name.Qualifier is null ? Get(arn) : Version(arn).Machine;
        lock (_gate) return name.Qualifier is null ? _aliases.Of(machine.Arn) : _aliases.LeadingTo(machine.Arn, arn);
    }

    private static MachineName AliasName(string arn)
    {
        var name = MachineName.Parse(arn);
        return name is { Qualifier: not null, Version: null } ? name : throw StepFunctionsErrors.NotOfAnAlias(arn);
    }

    private void RequireVersions(IReadOnlyList<MachineRoute> routes)
    {
        var isThere = routes.Select(route => MachineName.Parse(route.StateMachineVersionArn))
            .All(name => _versions.Find(name.Machine, name.Version!.Value) is not null);
        if (!isThere) throw StepFunctionsErrors.NoResource();
    }
}
