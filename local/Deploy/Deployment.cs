using Canary.Local.Events;
using Canary.Local.Lambda;
using Canary.Local.StepFunctions;

namespace Canary.Local.Deploy;

/// <summary>Creates what a plan says, or makes what an earlier deployment has left the same.</summary>
internal sealed class Deployment(LambdaService lambda, StepFunctionsService stepFunctions, EventsService events)
{
    private readonly Dictionary<string, string[]> _rules = [];

    /// <summary>Puts a function. Its versions and aliases stay.</summary>
    public void Put(FunctionDefinition function)
    {
        if (lambda.ListFunctions().All(known => known.Definition.Name != function.Name))
        {
            lambda.CreateFunction(function);
            return;
        }
        lambda.UpdateFunctionCode(function.Name, function.CodeDirectory);
        lambda.UpdateFunctionConfiguration(function.Name, _ => function);
    }

    /// <summary>Puts a state machine. Executions under way keep the old one.</summary>
    public void Put(PlannedStateMachine machine, string definition)
    {
        if (stepFunctions.ListStateMachines(maxResults: 1000).Items.Any(known => known.StateMachineArn == machine.Arn))
            stepFunctions.UpdateStateMachine(machine.Arn, definition, machine.Role);
        else stepFunctions.CreateStateMachine(machine.Name, definition, machine.Role);
    }

    /// <summary>Puts a stack's rules, and deletes those that it had and has no more.</summary>
    public void Put(string stack, IReadOnlyList<PlannedRule> rules)
    {
        foreach (var old in _rules.GetValueOrDefault(stack, []).Except(rules.Select(rule => rule.Name))) Delete(old);
        foreach (var rule in rules)
        {
            events.PutRule(rule.Name, rule.EventPattern, rule.ScheduleExpression, rule.IsEnabled, rule.Description);
            events.RemoveTargets(rule.Name, [.. events.ListTargetsByRule(rule.Name).Select(target => target.Id)]);
            events.PutTargets(rule.Name, rule.Target);
        }
        _rules[stack] = [.. rules.Select(rule => rule.Name)];
    }

    private void Delete(string rule)
    {
        if (events.ListRules().All(known => known.Name != rule)) return;
        events.RemoveTargets(rule, [.. events.ListTargetsByRule(rule).Select(target => target.Id)]);
        events.DeleteRule(rule);
    }
}
