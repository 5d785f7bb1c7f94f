using Canary.Local.StepFunctions.Model;

namespace Canary.Local.StepFunctions.Executions;

// How it ends.
internal sealed partial class Execution
{
    /// <summary>It has an output.</summary>
    public void Succeed(string output) =>
        End(ExecutionStatus.Succeeded, "ExecutionSucceeded", new EventDetails { Output = output }, fromOutside: false);

    /// <summary>Nothing caught this error.</summary>
    public void Fail(string? error, string? cause) =>
        End(ExecutionStatus.Failed, "ExecutionFailed", new EventDetails { Error = error, Cause = cause }, fromOutside: false);

    /// <summary>StopExecution.</summary>
    public void Abort(string? error, string? cause) =>
        End(ExecutionStatus.Aborted, "ExecutionAborted", new EventDetails { Error = error, Cause = cause }, fromOutside: true);

    /// <summary>
    /// The state machine's TimeoutSeconds have passed. AWS says no more than that: there is neither an error nor a cause.
    /// </summary>
    public void TimeOut() =>
        End(ExecutionStatus.TimedOut, "ExecutionTimedOut", new EventDetails(), fromOutside: true);

    private void End(ExecutionStatus status, string type, EventDetails details, bool fromOutside)
    {
        ExecutionDescription ended;
        lock (_gate)
        {
            if (_description.Status != ExecutionStatus.Running) return;
            var last = Add(type, details, fromOutside ? 0 : _events[^1].Id);
            ended = _description = _description with
            {
                Status = status,
                StopDate = last.Timestamp,
                Output = details.Output,
                Error = details.Error,
                Cause = details.Cause,
                Events = _events.Count,
            };
        }
        _cancel();
        try
        {
            _statusChanged(ended);
        }
        finally
        {
            _done.SetResult(ended);
        }
    }
}
