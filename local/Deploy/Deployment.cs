using Canary.Local.Deploy.Plan;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Deploy;

/// <summary>Creates what a plan says, or makes what an earlier deployment has left the same.</summary>
internal sealed class Deployment(LocalAws aws)
{
    private readonly Dictionary<(string Stack, string Kind), IReadOnlyList<string>> _made = [];

    /// <summary>Puts a function. Its versions and aliases stay.</summary>
    public void Put(FunctionDefinition function)
    {
        if (aws.Lambda.ListFunctions().All(known => known.Definition.Name != function.Name))
        {
            aws.Lambda.CreateFunction(function);
            return;
        }
        aws.Lambda.UpdateFunctionCode(function.Name, function.CodeDirectory);
        aws.Lambda.UpdateFunctionConfiguration(function.Name, _ => function);
    }

    /// <summary>Puts how a function's asynchronous events are treated. All functions are there by now: one may be the destination of another.</summary>
    public void PutEventInvoke(PlannedFunction function)
    {
        if (function.EventInvoke is { } config) aws.Lambda.PutEventInvokeConfig(function.Name, null, config);
        else if (aws.Lambda.ListEventInvokeConfigs(function.Name).Any(known => known.FunctionArn.EndsWith(":$LATEST", StringComparison.Ordinal)))
            aws.Lambda.DeleteEventInvokeConfig(function.Name, null);
    }

    /// <summary>Puts a state machine. Executions under way keep the old one.</summary>
    public void Put(PlannedStateMachine machine, string definition)
    {
        if (aws.StepFunctions.ListStateMachines(maxResults: 1000).Items.Any(known => known.StateMachineArn == machine.Arn))
            aws.StepFunctions.UpdateStateMachine(machine.Arn, definition, machine.Role);
        else aws.StepFunctions.CreateStateMachine(machine.Name, definition, machine.Role);
    }

    /// <summary>Puts a stack's queues and topics, and deletes those that it had and has no more. Messages stay.</summary>
    public void Put(string stack, IReadOnlyList<PlannedQueueResource> queues, IReadOnlyList<PlannedTopic> topics)
    {
        Replace(stack, "queue", queues.Select(queue => queue.Name), name => aws.Sqs.DeleteQueue(aws.Sqs.GetQueueUrl(name)));
        Replace(stack, "topic", topics.Select(topic => topic.Arn), aws.Sns.DeleteTopic);
        foreach (var queue in queues)
        {
            if (aws.Sqs.Has(queue.Arn)) aws.Sqs.SetQueueAttributes(aws.Sqs.Url(queue.Name), queue.Attributes);
            else aws.Sqs.CreateQueue(queue.Name, queue.Attributes);
        }
        foreach (var topic in topics)
        {
            if (!aws.Sns.ListTopics().Contains(topic.Arn)) aws.Sns.CreateTopic(topic.Name, topic.Attributes);
            foreach (var (name, value) in topic.Attributes) aws.Sns.SetTopicAttribute(topic.Arn, name, value);
        }
    }

    /// <summary>Puts a stack's subscriptions, rules and alarms, and deletes those that it had and has no more.</summary>
    public void Put(string stack, DeploymentPlan plan)
    {
        var subscriptions = plan.Subscriptions.Select(Subscribe).ToList();
        Replace(stack, "subscription", subscriptions, aws.Sns.Unsubscribe);
        Replace(stack, "rule", plan.Rules.Select(rule => rule.Name), Delete);
        foreach (var rule in plan.Rules)
        {
            aws.Events.PutRule(rule.Name, rule.EventPattern, rule.ScheduleExpression, rule.IsEnabled, rule.Description);
            aws.Events.RemoveTargets(rule.Name, [.. aws.Events.ListTargetsByRule(rule.Name).Select(target => target.Id)]);
            aws.Events.PutTargets(rule.Name, rule.Targets);
        }
        Replace(stack, "composite alarm", plan.CompositeAlarms.Select(alarm => alarm.Name), name => aws.CloudWatch.DeleteAlarms([name]));
        Replace(stack, "alarm", plan.Alarms.Select(alarm => alarm.Name), name => aws.CloudWatch.DeleteAlarms([name]));
        foreach (var alarm in plan.Alarms) aws.CloudWatch.PutMetricAlarm(alarm);
        foreach (var alarm in plan.CompositeAlarms) aws.CloudWatch.PutCompositeAlarm(alarm);
    }

    private string Subscribe(PlannedSubscription planned)
    {
        var arn = aws.Sns.Subscribe(planned.TopicArn, planned.Protocol, planned.Endpoint);
        if (planned.Protocol == "sqs") aws.Sns.SetSubscriptionAttribute(arn, "RawMessageDelivery", planned.IsRaw ? "true" : "false");
        return arn;
    }

    /// <summary>Deletes what a stack has made of a kind and does not name any more. Somebody may have deleted it himself.</summary>
    private void Replace(string stack, string kind, IEnumerable<string> now, Action<string> delete)
    {
        List<string> kept = [.. now];
        foreach (var old in _made.GetValueOrDefault((stack, kind), []).Except(kept))
        {
            try
            {
                delete(old);
            }
            catch (Wire.AwsException gone) when (gone.Code is "ResourceNotFound" or "QueueDoesNotExist")
            {
                // It is as it should be.
            }
        }
        _made[(stack, kind)] = kept;
    }

    private void Delete(string rule)
    {
        if (aws.Events.ListRules().All(known => known.Name != rule)) return;
        aws.Events.RemoveTargets(rule, [.. aws.Events.ListTargetsByRule(rule).Select(target => target.Id)]);
        aws.Events.DeleteRule(rule);
    }
}
