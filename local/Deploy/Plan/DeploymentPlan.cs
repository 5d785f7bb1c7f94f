using Canary.Local.CloudWatch.Model;

namespace Canary.Local.Deploy.Plan;

/// <summary>What deploying a template means for the embedded AWS.</summary>
/// <param name="Functions">To create first: the state machines name them.</param>
/// <param name="StateMachines">To create then.</param>
/// <param name="Rules">To create after both: their patterns and targets name them.</param>
/// <param name="Queues">To create before anything else.</param>
/// <param name="Topics">To create then.</param>
/// <param name="Subscriptions">To make when the functions are there.</param>
/// <param name="Alarms">To put after the topics.</param>
/// <param name="CompositeAlarms">To put after the alarms.</param>
/// <param name="Outputs">To tell at the end.</param>
/// <param name="NotEmulated">
/// What AWS would create or act on besides, each with its name in the template: logs, permissions, traces.
/// </param>
public sealed record DeploymentPlan(
    IReadOnlyList<PlannedFunction> Functions,
    IReadOnlyList<PlannedStateMachine> StateMachines,
    IReadOnlyList<PlannedRule> Rules,
    IReadOnlyList<PlannedQueueResource> Queues,
    IReadOnlyList<PlannedTopic> Topics,
    IReadOnlyList<PlannedSubscription> Subscriptions,
    IReadOnlyList<MetricAlarmConfiguration> Alarms,
    IReadOnlyList<CompositeAlarmConfiguration> CompositeAlarms,
    IReadOnlyList<PlannedOutput> Outputs,
    IReadOnlyList<string> NotEmulated);
