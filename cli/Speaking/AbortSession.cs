using System.Globalization;
using Amazon.StepFunctions.Model;
using Canary.Cli.CommandLine;
using Canary.Cli.Finding;
using Canary.Cli.Verbs;
using Canary.Rollouts;

namespace Canary.Cli.Speaking;

/// <summary>Takes a rollout back: by a word, and by Stop where that takes too long.</summary>
/// <param name="context">The run of the verb.</param>
/// <param name="spoken">The word, with who says it and why.</param>
internal sealed class AbortSession(CommandContext context, SpokenWord spoken)
{
    /// <summary>What the rollout may take beyond a check's interval.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>Where EventBridge loses the event of a stop, the next sweep gives the alias back, within five minutes.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(6.5);

    /// <summary>Characters of a stop's cause that people read.</summary>
    private const int LongestCause = 1_000;

    private readonly long _began = context.Time.GetTimestamp();

    /// <param name="now">Whether to stop it at once.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(bool now, CancellationToken cancellationToken)
    {
        var rollout = await FindAsync(cancellationToken);
        var watch = new WordWatch(context.Aws, context.Time, rollout.Arn);
        await watch.LookAsync(cancellationToken);
        var isStopped = now || !await SayAsync(watch, cancellationToken);
        if (isStopped) await StopAsync(rollout, cancellationToken);
        return await EndAsync(rollout, watch.Latest, isStopped, cancellationToken);
    }

    private async Task<FoundRollout> FindAsync(CancellationToken cancellationToken)
    {
        var text = spoken.Rollout.Execution ?? $"{spoken.Rollout.Function}:{spoken.Rollout.Alias}";
        var rollout = await context.Rollouts.FindAsync(text, cancellationToken);
        return rollout.IsRunning
            ? rollout
            : throw CommandFault.Misused($"There is nothing to abort: {rollout.Summary}{Cure(rollout)}");
    }

    /// <returns>Whether the rollout is over by that.</returns>
    private async Task<bool> SayAsync(WordWatch watch, CancellationToken cancellationToken)
    {
        try
        {
            var (answer, _) = await new WordSession(context).SayAsync(spoken, watch, cancellationToken);
            context.Output.Say(answer.Message);
            var longest = TimeSpan.FromSeconds(watch.Latest?.Plan.CheckIntervalSeconds ?? Limits.DefaultCheckInterval) + Grace;
            // A word that no check sees in time is not waited for, nor one that was not taken but by a rollout that goes back.
            var isHopeless = answer.Accepted
                ? answer.SeenBy is { } seenBy && watch.LeftUntil(seenBy) > longest
                : watch is { IsOver: false, Latest: not { Decision.Next: NextState.Rollback } };
            return !isHopeless && await watch.UntilOverAsync(longest, cancellationToken);
        }
        // Whatever keeps the word from the rollout, the alias is to be given back.
        catch (CommandFault fault)
        {
            context.Output.Warn(fault.Message);
            return false;
        }
    }

    private async Task StopAsync(FoundRollout rollout, CancellationToken cancellationToken)
    {
        var why = $"{spoken.By} aborted it{(spoken.Reason is { } reason ? $": {reason}" : "")}";
        context.Output.Say($"The execution is stopped, and RestoreAlias gives {rollout.Title} back.");
        await context.Aws.StepFunctions.StopExecutionAsync(
            new StopExecutionRequest
            {
                ExecutionArn = rollout.Arn,
                Error = "Aborted",
                Cause = why.Length > LongestCause ? why[..LongestCause] : why,
            },
            cancellationToken);
    }

    private async Task<int> EndAsync(
        FoundRollout rollout, Rollout? document, bool isStopped, CancellationToken cancellationToken)
    {
        if (document is not { StableVersion: { } stable, CandidateVersion: var candidate }
            || rollout is not { Function: { } function, Alias: { } alias })
            return await AnswerAsync(
                ExitCode.Done, $"{rollout.Title} had no version before, or the rollout had changed nothing yet: "
                + "there is nothing to give back.");
        var back = await new GivenBack(context.Aws, context.Time)
            .WaitAsync(function, alias, rollout.Arn, Longest, cancellationToken);
        var after = context.Time.GetElapsedTime(_began).TotalSeconds;
        return back switch
        {
            null => await AnswerAsync(
                ExitCode.StillRunning, $"{rollout.Title} is not back at version {stable} yet. Look at it, and "
                + $"set it by hand if it cannot wait: aws lambda update-alias --function-name {function} --name {alias} "
                + $"--function-version {stable} --routing-config '{{}}' --description ''"),
            { Version: var version } when version == stable => await AnswerAsync(ExitCode.Done, string.Create(
                CultureInfo.InvariantCulture,
                $"{rollout.Title} is back at version {stable}, with all traffic, after {after:0} s.")),
            { Version: var version } when version == candidate => await AnswerAsync(
                ExitCode.Misused, $"It came too late: {rollout.Title} is at {back}. canary undo {rollout.Title} takes it back."),
            _ => await AnswerAsync(ExitCode.Stopped, $"{rollout.Title} is at {back}, as somebody else has set it."),
        };

        async Task<int> AnswerAsync(int exitCode, string text)
        {
            var json = (await context.Rollouts.DescribeAsync(rollout.Arn, cancellationToken)).ToJson();
            (json["stopped"], json["message"], json["exitCode"]) = (isStopped, text, exitCode);
            if (exitCode == ExitCode.Done || context.Output.IsJson) context.Output.Answer(text, json);
            else context.Output.Warn(text);
            return exitCode;
        }
    }

    private static string Cure(FoundRollout rollout) =>
        rollout.Outcome == Outcome.Promoted ? $" canary undo {rollout.Title} gives the version before back." : "";
}
