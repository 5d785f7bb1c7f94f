using System.Globalization;
using System.Text.RegularExpressions;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.News;

/// <summary>
/// News in words. They have no quotes and no backslashes: a rule's template puts them between quotes as they are.
/// </summary>
internal static partial class Headline
{
    /// <summary>In a few words.</summary>
    public static string Title(NewsKind kind, Rollout rollout) => $"{Subject(rollout)}: " + kind switch
    {
        NewsKind.Started => $"version {rollout.CandidateVersion} is released",
        NewsKind.Shifted => $"{Share(rollout)} to version {rollout.CandidateVersion}",
        NewsKind.Held => $"held at {Share(rollout)}",
        NewsKind.Paused => $"paused at {Share(rollout)}",
        NewsKind.Resumed => "goes on",
        NewsKind.ApprovalRequested => $"version {rollout.CandidateVersion} waits for approval at {Share(rollout)}",
        NewsKind.Promoted when rollout.StableVersion is null => $"created at version {rollout.CandidateVersion}",
        NewsKind.Promoted => $"version {rollout.CandidateVersion} promoted",
        NewsKind.RolledBack => $"rolled back to version {rollout.StableVersion}",
        NewsKind.Refused => "not released",
        NewsKind.AliasRestored => $"given back to version {rollout.StableVersion}",
        _ => "the release failed",
    };

    /// <summary>For a person.</summary>
    public static string Text(NewsKind kind, Rollout rollout) => Plain(kind switch
    {
        NewsKind.Started => Start(rollout),
        NewsKind.Shifted => Shift(rollout),
        NewsKind.Held or NewsKind.Paused or NewsKind.Resumed or NewsKind.ApprovalRequested =>
            $"{Subject(rollout)}: {Sentence.GoingOn(rollout.Reason)}",
        _ => rollout.Reason,
    });

    /// <summary>Function and alias; what was refused may have no such names.</summary>
    public static string Subject(Rollout rollout) => IsPlain(rollout) ? rollout.Title : "A rollout";

    /// <summary>Whether the rollout has names that can be typed.</summary>
    public static bool IsPlain(Rollout rollout) => Names().IsMatch(rollout.Title);

    /// <summary>The candidate's share now, in percent; null where that is not known.</summary>
    public static decimal? WeightOf(Rollout rollout) => rollout switch
    {
        { Outcome: not Outcome.InProgress } => rollout.FinalWeightPercent,
        _ when HasAll(rollout) => 100,
        { Internal.CurrentStep: >= 0 } => rollout.CurrentStep.Weight.Percent,
        { StableVersion: not null } => 0,
        _ => null,
    };

    /// <summary>Whether the candidate has all traffic, and Lambda is not on the way to it.</summary>
    public static bool HasAll(Rollout rollout) =>
        rollout.Internal is { PromotedAt: not null, Next: not NextState.AwaitPromotion };

    private static string Share(Rollout rollout) =>
        string.Create(CultureInfo.InvariantCulture, $"{WeightOf(rollout):0.##} %");

    private static string Start(Rollout rollout)
    {
        var (who, why) = (rollout.Plan.By, rollout.Plan.Reason);
        var said = who is null && why is null ? ""
            : (who is null ? " It was started" : $" {who} has started it") + (why is null ? "" : $": {why}");
        var plan = rollout.StableVersion is null
            ? $"{rollout.Title} is created at version {rollout.CandidateVersion}."
            : $"{rollout.Title} goes from version {rollout.StableVersion} to version {rollout.CandidateVersion}, "
                + $"with {Shares(rollout)} of the traffic.";
        return said.Length == 0 ? plan : $"{plan}{Sentence.Ended(said)}";
    }

    private static string Shares(Rollout rollout)
    {
        var shares = rollout.Steps.Where(step => step is { AfterPromotion: false, BakeSeconds: > 0 }).ToList();
        return shares.Count switch
        {
            0 => "all",
            > 5 => $"{shares[0].Weight} first, and all after {shares.Count} steps",
            _ => $"{string.Join(", ", shares.Select(step => step.Weight))} and then all",
        };
    }

    private static string Shift(Rollout rollout) => rollout.Internal.PromotedAt is not null
        ? $"Version {rollout.CandidateVersion} has all traffic of {rollout.Title} now. The rollout goes on watching it."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"Version {rollout.CandidateVersion} has {rollout.CurrentStep.Weight} of the traffic of {rollout.Title} now: ")
            + $"step {rollout.Internal.CurrentStep + 1} of {rollout.StepsToPromotion}, for {rollout.CurrentStep.BakeSeconds} s.";

    private static string Plain(string text) => Quoted.Clip(text)
        .Replace("\\\"", "'", StringComparison.Ordinal)
        .Replace('"', '\'')
        .Replace('\\', '/');

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,64}:[a-zA-Z0-9_-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
