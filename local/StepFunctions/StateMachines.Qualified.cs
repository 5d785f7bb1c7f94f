using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;

namespace Canary.Local.StepFunctions;

// Versions, and what a state machine's ARN with something behind it leads to.
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
            var users = _aliases.LeadingTo(name.Machine, arn);
            if (users.Count > 0) throw StepFunctionsErrors.VersionInUse([.. users.Select(alias => alias.Name)]);
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

    private StateMachine GetNamed(MachineName name, string arn) =>
        _machines.TryGetValue(name.Machine, out var machine) ? machine : throw StepFunctionsErrors.NoMachine(arn);
}
