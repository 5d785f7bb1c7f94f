namespace Canary.Cli.Aws;

/// <summary>
/// Canary's stack in an account and Region. What people and tools call has fixed names, which follow from its own.
/// </summary>
internal sealed record Stack(string Name, string Partition, string Region, string Account)
{
    /// <summary>The alias of the state machine that rollouts are started through.</summary>
    public const string MachineAlias = "live";

    /// <summary>The state machine's ARN: it lists all rollouts, of whichever release of Canary.</summary>
    public string StateMachineArn => $"arn:{Partition}:states:{Region}:{Account}:stateMachine:{Name}";

    /// <summary>What rollouts are started by: an upgrade of Canary shifts it gradually to the new release.</summary>
    public string StartArn => $"{StateMachineArn}:{MachineAlias}";

    /// <summary>The Lambda that takes a word.</summary>
    public string ControlFunction => $"{Name}-Control";

    /// <summary>The Lambda that takes a person's answer.</summary>
    public string ApproveFunction => $"{Name}-Approve";

    /// <summary>The Lambda that plans.</summary>
    public string PlanFunction => $"{Name}-PlanRollout";

    /// <summary>Where it is, for a sentence.</summary>
    public string Place => $"account {Account}, Region {Region}";

    /// <summary>The ARN of an execution of this name.</summary>
    public string ExecutionArn(string name) => $"arn:{Partition}:states:{Region}:{Account}:execution:{Name}:{name}";
}
