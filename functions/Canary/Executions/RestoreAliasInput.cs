namespace Canary.Executions;

/// <summary>
/// An event from EventBridge: "Step Functions Execution Status Change", whose detail names an execution,
/// or the tick of a schedule, whose detail names none.
/// </summary>
/// <param name="Time">When it happened.</param>
/// <param name="Detail">What happened.</param>
public sealed record RestoreAliasInput(DateTimeOffset Time, RestoreAliasDetail? Detail);
