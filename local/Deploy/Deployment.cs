using Canary.Local.CloudWatch;
using Canary.Local.Deploy.Plan;
using Canary.Local.Deploy.Template;
using Canary.Local.Events;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Model;
using Canary.Local.Sns;
using Canary.Local.Sqs;
using Canary.Local.StepFunctions;
using Canary.Local.Wire;

namespace Canary.Local.Deploy;

/// <summary>Creates what a plan says, or makes what an earlier deployment has left the same.</summary>
/// <param name="account">Whose resources they are.</param>
/// <param name="lambda">The functions.</param>
/// <param name="stepFunctions">The state machines.</param>
/// <param name="events">The rules.</param>
/// <param name="cloudWatch">The alarms.</param>
/// <param name="queues">The queues.</param>
/// <param name="topics">The topics.</param>
internal sealed class Deployment(
    AwsAccount account,
    LambdaService lambda,
    StepFunctionsService stepFunctions,
    EventsService events,
    CloudWatchService cloudWatch,
    SqsService queues,
    SnsService topics)
{
    private readonly StackInventory _inventory = new();
    private readonly PublishedVersions _versions = new(lambda);
    private readonly DeployedMachines _machines = new(stepFunctions);

    /// <summary>Deploys the template of a source tree.</summary>
    /// <param name="tree">Where the template is.</param>
    /// <param name="stackName">What it is deployed as.</param>
    /// <param name="parameters">The template's, where they are not to be their defaults.</param>
    /// <param name="codeOf">Where the code of a function lies; null for where the build puts it.</param>
    public DeploymentPlan Run(
        SourceTree tree, string stackName, IReadOnlyDictionary<string, string>? parameters, Func<PlannedFunction, string>? codeOf)
    {
        var stack = new StackContext(stackName, account) { QueueUrl = queues.Url };
        if (parameters is not null) stack = stack with { Parameters = parameters };
        var template = tree.Read(Path.GetFileName(tree.Template));
        var plan = TemplateReader.Read(template, stack);
        var functions = plan.Functions
            .Select(
                function => function.BuiltAt(codeOf?.Invoke(function) ?? tree.BuildOutputOf(function.CodeUri, function.Handler)))
            .ToList();
        // Only to refuse what does not fit, before anything is put.
        _ = DeployedMachines.Definitions(tree, plan);
        PutQueuesAndTopics(stackName, plan);
        foreach (var function in functions) Put(function);
        foreach (var function in plan.Functions) PutEventInvoke(function);
        // What follows may name the versions, whose numbers nobody knows before.
        var versions = plan.Functions.Where(function => function.PublishedAs is not null)
            .ToDictionary(function => function.LogicalId, function => _versions.Publish(function.Name, function.PublishedAs!));
        plan = TemplateReader.Read(template, stack with { Versions = versions });
        foreach (var (machine, definition) in plan.StateMachines.Zip(DeployedMachines.Definitions(tree, plan)))
            _machines.Put(machine, definition);
        PutRulesAndAlarms(stackName, plan);
        return plan;
    }

    /// <summary>Puts a function. Its versions and aliases stay.</summary>
    private void Put(FunctionDefinition function)
    {
        if (lambda.ListFunctions().All(known => known.Definition.Name != function.Name))
        {
            lambda.CreateFunction(function);
            return;
        }
        lambda.UpdateFunctionCode(function.Name, function.CodeDirectory);
        lambda.UpdateFunctionConfiguration(function.Name, _ => function);
    }

    /// <summary>
    /// Puts how a function's asynchronous events are treated. All functions are there by now: one may be the destination of
    /// another.
    /// </summary>
    private void PutEventInvoke(PlannedFunction function)
    {
        if (function.EventInvoke is { } config)
        {
            lambda.PutEventInvokeConfig(function.Name, null, config);
            return;
        }
        var known = lambda.ListEventInvokeConfigs(function.Name);
        if (known.Any(one => one.FunctionArn.EndsWith(":$LATEST", StringComparison.Ordinal)))
            lambda.DeleteEventInvokeConfig(function.Name, null);
    }

    /// <summary>Puts a stack's queues and topics, and deletes those that it had and has no more. Messages stay.</summary>
    private void PutQueuesAndTopics(string stack, DeploymentPlan plan)
    {
        _inventory.Replace(
            stack, "queue", plan.Queues.Select(queue => queue.Name), name => queues.DeleteQueue(queues.GetQueueUrl(name)));
        _inventory.Replace(stack, "topic", plan.Topics.Select(topic => topic.Arn), topics.DeleteTopic);
        foreach (var queue in plan.Queues)
        {
            if (queues.Has(queue.Arn)) queues.SetQueueAttributes(queues.Url(queue.Name), queue.Attributes);
            else queues.CreateQueue(queue.Name, queue.Attributes);
        }
        foreach (var topic in plan.Topics)
        {
            if (!topics.ListTopics().Contains(topic.Arn)) topics.CreateTopic(topic.Name, topic.Attributes);
            foreach (var (name, value) in topic.Attributes) topics.SetTopicAttribute(topic.Arn, name, value);
        }
    }

    /// <summary>Puts a stack's subscriptions, rules and alarms, and deletes those that it had and has no more.</summary>
    private void PutRulesAndAlarms(string stack, DeploymentPlan plan)
    {
        var subscriptions = plan.Subscriptions.Select(Subscribe).ToList();
        _inventory.Replace(stack, "subscription", subscriptions, topics.Unsubscribe);
        _inventory.Replace(stack, "rule", plan.Rules.Select(rule => rule.Name), Delete);
        foreach (var rule in plan.Rules)
        {
            events.PutRule(rule.Name, rule.EventPattern, rule.ScheduleExpression, rule.IsEnabled, rule.Description);
            events.RemoveTargets(rule.Name, [.. events.ListTargetsByRule(rule.Name).Select(target => target.Id)]);
            events.PutTargets(rule.Name, rule.Targets);
        }
        _inventory.Replace(
            stack, "composite alarm", plan.CompositeAlarms.Select(alarm => alarm.Name), name => cloudWatch.DeleteAlarms([name]));
        _inventory.Replace(stack, "alarm", plan.Alarms.Select(alarm => alarm.Name), name => cloudWatch.DeleteAlarms([name]));
        foreach (var alarm in plan.Alarms) cloudWatch.PutMetricAlarm(alarm);
        foreach (var alarm in plan.CompositeAlarms) cloudWatch.PutCompositeAlarm(alarm);
    }

    private string Subscribe(PlannedSubscription planned)
    {
        var arn = topics.Subscribe(planned.TopicArn, planned.Protocol, planned.Endpoint);
        if (planned.Protocol == "sqs")
            topics.SetSubscriptionAttribute(arn, "RawMessageDelivery", planned.IsRaw ? "true" : "false");
        return arn;
    }

    private void Delete(string rule)
    {
        if (events.ListRules().All(known => known.Name != rule)) return;
        events.RemoveTargets(rule, [.. events.ListTargetsByRule(rule).Select(target => target.Id)]);
        events.DeleteRule(rule);
    }
}
