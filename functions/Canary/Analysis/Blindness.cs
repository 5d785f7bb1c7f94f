using System.Globalization;
using Canary.Rollouts;
using Canary.Statistics;
using Canary.Wording;

namespace Canary.Analysis;

/// <summary>What a rollout tells of the checks at which the metrics could not be read.</summary>
internal static class Blindness
{
    private const string Begins = "The analysis sees nothing";
    private const string Ends = "The analysis sees again";
    private const string Warns = "The analysis saw nothing";

    // Metrics that come and go would fill the document.
    private const int MostTold = 2;

    /// <summary>Notes what a check could read, or could not.</summary>
    public static Rollout Noted(Rollout rollout, Judgement judgement, DateTimeOffset at)
    {
        var before = rollout.Internal.Analysis!;
        if (!judgement.IsBlind && !before.IsBlind) return rollout;
        var checks = before.UnreadChecks + (judgement.IsBlind ? 1 : 0);
        var noted = rollout.Note(own => own with
        {
            Analysis = before with { IsBlind = judgement.IsBlind, UnreadChecks = checks },
        });
        var begun = Told(rollout, Begins);
        if (!judgement.IsBlind)
            return begun > Told(rollout, Ends) ? noted.Tell(at, "CheckHealth", $"{Ends}: the metrics can be read.") : noted;
        var why = judgement.Verdict.Reason;
        var warning = Clip(string.Create(CultureInfo.InvariantCulture,
            $"{Warns} at {checks:N0} {(checks == 1 ? "check" : "checks")}, the last at {Sentence.Time(at)}: {why}"));
        var warned = noted with
        {
            Warnings = [.. (rollout.Warnings ?? []).Where(text => !text.StartsWith(Warns, StringComparison.Ordinal)), warning],
        };
        return before.IsBlind || begun >= MostTold ? warned : warned.Tell(at, "CheckHealth", Clip($"{Begins}: {why}"));
    }

    private static int Told(Rollout rollout, string begin) =>
        rollout.Story.Count(entry => entry.Text.StartsWith(begin, StringComparison.Ordinal));

    private static string Clip(string text) => Sentence.Ended(Quoted.Clip(text, Limits.AnswerLength));
}
