using System.Text.Json;
using Amazon.Lambda.Core;
using Canary.Answers;
using Canary.Rollouts;

namespace Canary.Functions.Hosting;

/// <summary>
/// One line in the function's log for each thing that a rollout does: what, to which alias, and in which execution.
/// </summary>
internal static class RolloutLog
{
    /// <summary>Logs the rollout's reason and gives the rollout back.</summary>
    public static Rollout Log(this ILambdaContext context, Rollout rollout)
    {
        context.Logger.LogInformation(
            $"{rollout.Outcome}: {rollout.Reason} [{rollout.Function}:{rollout.Alias} {rollout.Execution}]");
        return rollout;
    }

    /// <summary>Logs what became of a person's word and gives the answer back.</summary>
    public static WordAnswer Log(this ILambdaContext context, WordAnswer answer)
    {
        context.Logger.LogInformation($"{answer.Message} [{answer.Execution}]");
        return answer;
    }

    /// <summary>Logs the whole document, on a line: nothing else keeps that of an execution that was stopped.</summary>
    public static void LogDocument(this ILambdaContext context, Rollout rollout) =>
        context.Logger.LogInformation(JsonSerializer.Serialize(rollout, CanaryJson.Relaxed.Rollout));
}
