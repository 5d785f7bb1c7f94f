using Canary.Local.StepFunctions.Model;

namespace Canary.Local.StepFunctions;

// Versions and aliases of state machines.
public sealed partial class StepFunctionsService
{
    /// <summary>
    /// Publishes a state machine as it is and gives the version's ARN; the same revision again is no new version.
    /// </summary>
    /// <param name="stateMachineArn">Which.</param>
    /// <param name="revisionId">Refused if the state machine has another by now; null for any.</param>
    /// <param name="description">What the version is about; null for none.</param>
    public string PublishStateMachineVersion(string stateMachineArn, string? revisionId = null, string? description = null) =>
        _machines.Publish(stateMachineArn, revisionId, description).Arn;

    /// <summary>Deletes a version that no alias leads to. Its executions go on; that there is none is no error.</summary>
    public void DeleteStateMachineVersion(string stateMachineVersionArn) => _machines.DeleteVersion(stateMachineVersionArn);

    /// <summary>The versions of a state machine, the newest first.</summary>
    public Page<StateMachineDescription> ListStateMachineVersions(
        string stateMachineArn, int maxResults = 0, string? nextToken = null)
    {
        var versions = _machines.Versions(stateMachineArn).Select(version => DescribeStateMachine(version.Arn));
        return Paging.Cut([.. versions], maxResults, nextToken, $"versions {stateMachineArn}");
    }

    /// <summary>Creates an alias. The same again is no error.</summary>
    public MachineAlias CreateStateMachineAlias(string name, IReadOnlyList<MachineRoute> routes, string? description = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(routes);
        return _machines.CreateAlias(name, description, routes);
    }

    /// <summary>Changes what is given of an alias, and nothing else.</summary>
    public MachineAlias UpdateStateMachineAlias(
        string stateMachineAliasArn, IReadOnlyList<MachineRoute>? routes, string? description = null) =>
        _machines.UpdateAlias(stateMachineAliasArn, description, routes);

    /// <summary>Describes an alias.</summary>
    public MachineAlias DescribeStateMachineAlias(string stateMachineAliasArn) => _machines.Alias(stateMachineAliasArn);

    /// <summary>Deletes an alias; that there is none is no error.</summary>
    public void DeleteStateMachineAlias(string stateMachineAliasArn) => _machines.DeleteAlias(stateMachineAliasArn);

    /// <summary>The aliases of a state machine, or those that lead to a version.</summary>
    public Page<MachineAlias> ListStateMachineAliases(string stateMachineArn, int maxResults = 0, string? nextToken = null) =>
        Paging.Cut(_machines.Aliases(stateMachineArn), maxResults, nextToken, $"aliases {stateMachineArn}");
}
