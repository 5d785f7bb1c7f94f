using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;

namespace Canary.Local.StepFunctions;

// Versions and aliases: what a state machine's ARN with something behind it leads to.
internal sealed partial class StateMachines
{
    /// <summary>What an execution runs that is started by this ARN: of an alias with two versions, either.</summary>
    /// <exception cref="AwsException">InvalidArn, StateMachineDoesNotExist.</exception>
    public MachineRun Run(string arn)
    {
        var name = MachineName.Parse(arn);
        var machine = GetNamed(name, arn);
        if (name.Qualifier is not { } qualifier) return new MachineRun(machine);
        lock (_gate)
        {
            if (name.Version is { } number)
            {
                var version = _versions.Find(machine.Arn, number) ?? throw StepFunctionsErrors.NoMachine(arn);
                return new MachineRun(version.Machine, version.Arn);
            }
            var alias = _aliases.Find(machine.Arn, qualifier) ?? throw StepFunctionsErrors.NoMachine(arn);
            var route = alias.Routes[0];
            if (alias.Routes is [_, var other] && random.Next(100) >= route.Weight) route = other;
            return new MachineRun(
                Version(route.StateMachineVersionArn).Machine, route.StateMachineVersionArn, alias.StateMachineAliasArn);
        }
    }

    /// <summary>Finds a version by its ARN.</summary>
    /// <exception cref="AwsException">InvalidArn, StateMachineDoesNotExist.</exception>
    public MachineVersion Version(string arn)
    {
        var name = MachineName.Parse(arn);
        var machine = GetNamed(name, arn);
        lock (_gate)
        {
            return (name.Version is { } number ? _versions.Find(machine.Arn, number) : null)
                ?? throw StepFunctionsErrors.NoMachine(arn);
        }
    }

    /// <summary>Publishes a state machine as it is.</summary>
    /// <exception cref="AwsException">
    /// InvalidArn, StateMachineDoesNotExist, ConflictException, ServiceQuotaExceededException, ValidationException.
    /// </exception>
    public MachineVersion Publish(string arn, string? revisionId, string? description)
    {
        var machine = Get(arn);
        lock (_gate) return _versions.Publish(machine, revisionId, description);
    }

    /// <summary>Deletes a version that no alias leads to; that there is none is no error.</summary>
    /// <exception cref="AwsException">InvalidArn, ValidationException, ConflictException.</exception>
    public void DeleteVersion(string arn)
    {
        var name = MachineName.Parse(arn);
        if (name.Version is not { } number) throw StepFunctionsErrors.NotOfAVersion(arn);
        lock (_gate)
        {
            var users = _aliases.Of(name.Machine)
                .Where(alias => alias.Routes.Any(route => route.StateMachineVersionArn == arn))
                .Select(alias => alias.Name)
                .ToList();
            if (users.Count > 0) throw StepFunctionsErrors.VersionInUse(users);
            _versions.Delete(name.Machine, number);
        }
    }

    /// <summary>The versions of a state machine, the newest first.</summary>
    /// <exception cref="AwsException">InvalidArn, StateMachineDoesNotExist.</exception>
    public IReadOnlyList<MachineVersion> Versions(string arn)
    {
        var machine = Get(arn);
        lock (_gate) return _versions.Of(machine.Arn);
    }

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
        lock (_gate)
        {
            var all = _aliases.Of(machine.Arn);
            return name.Qualifier is null
                ? all
                : [.. all.Where(alias => alias.Routes.Any(route => route.StateMachineVersionArn == arn))];
        }
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

    private StateMachine GetNamed(MachineName name, string arn) =>
        _machines.TryGetValue(name.Machine, out var machine) ? machine : throw StepFunctionsErrors.NoMachine(arn);
}
