using Canary.Local.Deploy.Plan;
using Canary.Local.StepFunctions;
using Canary.Local.StepFunctions.Model;

namespace Canary.Local.Deploy;

/// <summary>Deploys state machines, with their versions and aliases.</summary>
internal sealed class DeployedMachines(StepFunctionsService stepFunctions)
{
    /// <summary>The definitions of a plan's state machines, with every substitution made.</summary>
    /// <exception cref="TemplateException">A definition and its substitutions do not fit.</exception>
    public static IReadOnlyList<string> Definitions(SourceTree tree, DeploymentPlan plan) =>
        [.. plan.StateMachines.Select(machine => machine.Substitute(tree.Read(machine.DefinitionUri)))];

    /// <summary>
    /// Puts one, and has its alias lead to the version that it is. Executions under way keep the old one. CloudFormation shifts
    /// the alias gradually, if the template says so; here the new version gets all at once.
    /// </summary>
    public void Put(PlannedStateMachine machine, string definition)
    {
        if (stepFunctions.ListStateMachines(maxResults: 1000).Items.Any(known => known.StateMachineArn == machine.Arn))
            stepFunctions.UpdateStateMachine(machine.Arn, definition, machine.Role);
        else stepFunctions.CreateStateMachine(machine.Name, definition, machine.Role);
        if (machine.Alias is not { } alias) return;
        var routes = new[] { new MachineRoute(stepFunctions.PublishStateMachineVersion(machine.Arn), 100) };
        if (stepFunctions.ListStateMachineAliases(machine.Arn).Items.Any(known => known.Name == alias))
            stepFunctions.UpdateStateMachineAlias(machine.StartArn, routes);
        else stepFunctions.CreateStateMachineAlias(alias, routes);
    }
}
