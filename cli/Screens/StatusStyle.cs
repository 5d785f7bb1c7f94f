using Canary.Cli.Watching;
using Canary.Rollouts;

namespace Canary.Cli.Screens;

/// <summary>Which sign and colour say what.</summary>
internal static class StatusStyle
{
    /// <summary>A step's sign and style.</summary>
    public static (string Sign, string Style) Of(StepProgress progress) => progress switch
    {
        StepProgress.Done => ("✔", "green"),
        StepProgress.Current => ("●", "orange1"),
        StepProgress.Stopped => ("✘", "red"),
        _ => ("○", "dim"),
    };

    /// <summary>A rollout's sign and style.</summary>
    public static (string Sign, string Style) Of(RolloutView view) => view.HasEnded
        ? IsGood(view.Document?.Outcome) ? ("✔", "green") : ("✘", "red")
        : view.IsGoingBack ? ("✘", "red") : ("●", "orange1");

    /// <summary>Whether a rollout that came to this has done what it was to do.</summary>
    public static bool IsGood(Outcome? outcome) => outcome is Outcome.Promoted or Outcome.Created or Outcome.NothingToDo;

    /// <summary>The style of an alarm's state.</summary>
    public static string OfAlarm(string state) => state switch
    {
        "OK" => "green",
        "ALARM" => "red",
        _ => "dim",
    };

    /// <summary>The style of evidence against the candidate.</summary>
    public static string OfEvidence(double? evidence) => evidence switch
    {
        null => "dim",
        >= 1 => "red",
        > 0 => "orange1",
        _ => "green",
    };

    /// <summary>What a rollout has come to, in words.</summary>
    public static string Told(RolloutView view) => view.Document?.Outcome switch
    {
        Outcome.Promoted => "promoted",
        Outcome.Created => "created",
        Outcome.RolledBack => "rolled back",
        Outcome.NothingToDo => "nothing to do",
        Outcome.Refused => "refused",
        Outcome.RolloutInProgress => "another rollout is under way",
        Outcome.AliasChanged => "alias changed by somebody else",
        Outcome.Failed => "failed",
        _ when view.Status == "ABORTED" => "stopped",
        _ when view.HasEnded => view.Status,
        _ when view.IsGoingBack => "going back",
        _ when view.Document?.Internal.Words is { PausedUntil: not null } => "paused",
        _ when view.Document?.Internal.ApprovalRequest is not null => "waits for approval",
        _ => "in progress",
    };
}
