namespace Canary.Local.StepFunctions.Model;

/// <summary>Where an execution stands.</summary>
public enum ExecutionStatus
{
    /// <summary>RUNNING.</summary>
    Running,

    /// <summary>SUCCEEDED.</summary>
    Succeeded,

    /// <summary>FAILED: a Fail state, or an error that nothing caught.</summary>
    Failed,

    /// <summary>TIMED_OUT: the state machine's TimeoutSeconds have passed.</summary>
    TimedOut,

    /// <summary>ABORTED: StopExecution.</summary>
    Aborted,
}
