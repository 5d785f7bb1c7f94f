using System.Text.Json.Nodes;
using Amazon.StepFunctions;
using Canary.Cli.Finding;
using Canary.Cli.Watching;
using Canary.Rollouts;

namespace Canary.Cli.Telling;

/// <summary>A rollout with what a list tells of it.</summary>
/// <param name="Found">The rollout.</param>
/// <param name="Document">Its document, as it stands or stood last; null where there is none.</param>
internal sealed record ToldRollout(FoundRollout Found, Rollout? Document)
{
    /// <summary>Who started it; null where the input does not say.</summary>
    public string? By => Document?.Plan.By ?? Found.InputText("by");

    /// <summary>Why they did; null likewise.</summary>
    public string? Why => Document?.Plan.Reason ?? Found.InputText("reason");

    /// <summary>What it came to, in a word or two.</summary>
    public string Came => Document?.Outcome switch
    {
        Outcome.Promoted => "promoted",
        Outcome.Created => "created",
        Outcome.RolledBack => "rolled back",
        Outcome.NothingToDo => "nothing to do",
        Outcome.Refused => "refused",
        Outcome.RolloutInProgress => "refused: busy",
        Outcome.AliasChanged => "alias changed",
        Outcome.Failed => "failed",
        _ => Found.Status switch
        {
            "ABORTED" => "stopped",
            "TIMED_OUT" => "timed out",
            "FAILED" => "failed",
            _ when Document is { Decision.Next: NextState.Rollback } => "going back",
            _ when Document?.Internal.Words?.PausedUntil is not null => "paused",
            _ when Document?.Internal.ApprovalRequest is not null => "waits",
            _ => "running",
        },
    };

    /// <summary>The sign before it.</summary>
    public string Sign => Found.IsRunning ? "●" : Found.ExitCode == CommandLine.ExitCode.Done ? "✔" : "✘";

    /// <summary>Such as <c>7 → 8</c>.</summary>
    public string Versions => $"{Document?.StableVersion ?? "-"} → {Document?.CandidateVersion ?? "?"}";

    /// <summary>Why it came to that, or what it does now.</summary>
    public string Reason => Found.IsRunning ? Document?.Reason ?? Found.Summary : Found.Summary;

    /// <summary>How long it took, or has taken so far.</summary>
    public TimeSpan Took(DateTimeOffset now) =>
        (Found.Ended ?? now) - Found.Started is var took && took > TimeSpan.Zero ? took : default;

    /// <summary>It with its document: where that is not at the execution's end, the history has it.</summary>
    public static async Task<ToldRollout> ReadAsync(
        IAmazonStepFunctions stepFunctions, FoundRollout found, CancellationToken cancellationToken) =>
        new(found, found.Document ?? await DocumentTrail.LatestAsync(stepFunctions, found.Arn, cancellationToken));

    /// <summary>It for a program.</summary>
    public JsonObject ToJson(DateTimeOffset now)
    {
        var json = Found.ToJson();
        (json["stableVersion"], json["candidateVersion"]) = (Document?.StableVersion, Document?.CandidateVersion);
        (json["by"], json["why"], json["seconds"]) = (By, Why, Math.Round(Took(now).TotalSeconds, 1));
        json["reason"] = Reason;
        return json;
    }
}
