namespace Canary.Local.StepFunctions.Model;

/// <summary>AWS's names of the statuses.</summary>
public static class ExecutionStatusNames
{
    /// <summary>As the wire has it, such as TIMED_OUT.</summary>
    public static string ToAws(this ExecutionStatus status) => status switch
    {
        ExecutionStatus.Running => "RUNNING",
        ExecutionStatus.Succeeded => "SUCCEEDED",
        ExecutionStatus.Failed => "FAILED",
        ExecutionStatus.TimedOut => "TIMED_OUT",
        _ => "ABORTED",
    };
}
