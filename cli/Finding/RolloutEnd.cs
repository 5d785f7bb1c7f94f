using Canary.Cli.CommandLine;
using Canary.Rollouts;

namespace Canary.Cli.Finding;

/// <summary>What the end of a rollout means to a pipeline.</summary>
internal static class RolloutEnd
{
    /// <param name="status">Step Functions' word for the execution.</param>
    /// <param name="outcome">What its document says; null where it has none.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static int Code(string status, Outcome? outcome) => (status, outcome) switch
    {
        ("RUNNING" or "PENDING_REDRIVE", _) => ExitCode.StillRunning,
        ("ABORTED", _) => ExitCode.Stopped,
        (_, Outcome.Promoted or Outcome.Created or Outcome.NothingToDo) => ExitCode.Done,
        (_, Outcome.Refused) => ExitCode.Misused,
        (_, Outcome.RolloutInProgress) => ExitCode.Busy,
        (_, Outcome.AliasChanged) => ExitCode.Stopped,
        ("SUCCEEDED", null) => ExitCode.Done,
        // Rolled back for whatever reason, or given up, or out of time: then RestoreAlias gives the alias back.
        _ => ExitCode.RolledBack,
    };
}
