using Canary.Input;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Wording;

namespace Canary.Planning;

/// <summary>The plan as the story begins with it.</summary>
internal static class PlanText
{
    /// <summary>Who started it, and why; empty where the input does not say.</summary>
    public static string OfStart(RolloutRequest request) => request switch
    {
        { By: null, Reason: null } => "",
        { By: null, Reason: { } why } => $"{Sentence.Ended(Quoted.Text($"Started: {why}", Limits.AnswerLength))} ",
        { By: { } by, Reason: var why } =>
            $"{Sentence.Ended(Quoted.Text($"Started by {by}{(why is null ? "" : $": {why}")}", Limits.AnswerLength))} ",
    };

    /// <summary>The steps, and what watches them.</summary>
    public static string Of(RolloutRequest request, int interval, IReadOnlyList<string> disregarded, AnalysisPlan? analysis)
    {
        var watched = request with { Alarms = [.. request.Alarms.Except(disregarded)] };
        var shifts = request.Steps.Where(step => !step.AfterPromotion).ToList();
        var first = shifts.Take(10).Select(Summary);
        var steps = string.Join(", ", first);
        var more = shifts.Count > 10 ? $", and {shifts.Count - 10} more" : "";
        var after = string.Concat(
            request.Steps.Where(step => step.AfterPromotion).Select(step => $", and {step.BakeSeconds} s after the promotion"));
        return $"The plan is {steps}{more}{after}. {Watched(watched, interval, analysis)}{Disregarded(disregarded)}";
    }

    /// <summary>What is waited for before the first step; empty where nothing is.</summary>
    public static string OfWaiting(FunctionVersion? candidate) => candidate switch
    {
        { State: "Pending" } or { LastUpdateStatus: "InProgress" } =>
            $" {VersionFaults.Title(candidate)} is not ready yet: that is waited for, up to half an hour.",
        { Version: "$LATEST", SlowStart: { } why } =>
            $" The new version is ready only after a while, since {why}: that is waited for, up to half an hour.",
        _ => "",
    };

    private static string Summary(Step step) => string.Concat(
        step.Weight.ToString(),
        step.BakeSeconds > 0 ? $" for {step.BakeSeconds} s" : "",
        step.ApprovalSeconds > 0 ? $" and until it is approved, within {step.ApprovalSeconds} s" : "");

    private static string Watched(RolloutRequest request, int interval, AnalysisPlan? analysis) => request.Alarms.Count switch
    {
        0 when analysis is { DryRun: false } => "No alarm is watched.",
        0 when request.Steps.Any(step => step.AfterPromotion) =>
            "No alarm is watched, so nothing can stop it but you, and nothing is watched after the promotion either.",
        0 => "No alarm is watched, so nothing can stop it but you.",
        _ when request.Steps.All(step => step.BakeSeconds == 0) => "No step bakes, so the alarms are looked at only now.",
        1 => $"1 alarm is checked every {interval} s.",
        var count => $"{count} alarms are checked every {interval} s.",
    };

    private static string Disregarded(IReadOnlyList<string> alarms) => alarms.Count == 0
        ? ""
        : $" Besides, and disregarded until they have been OK, since in ALARM already: {Quoted.Clip(string.Join(", ", alarms))}.";
}
