using System.Globalization;
using Amazon.StepFunctions.Model;
using Canary.Cli.Aws;
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
        var isKnown = await LookAsync(watch, cancellationToken);
        var isStopped = now || !await SayAsync(watch, cancellationToken);
        if (isStopped) await StopAsync(rollout, cancellationToken);
        return isKnown && watch.Latest is not { StableVersion: not null }
            ? await AnswerAsync(
                rollout, isStopped, ExitCode.Done, $"{rollout.Title} had no version before, or the rollout had changed nothing "
                + "yet: there is nothing to give back.", cancellationToken)
            : await EndAsync(rollout, watch.Latest, isStopped, cancellationToken);
    }

    private async Task<FoundRollout> FindAsync(CancellationToken cancellationToken)
    {
        var text = spoken.Rollout.Execution ?? $"{spoken.Rollout.Function}:{spoken.Rollout.Alias}";
        var rollout = await context.Rollouts.FindAsync(text, cancellationToken);
        return rollout.IsRunning
            ? rollout
            : throw CommandFault.Misused($"There is nothing to abort: {rollout.Summary}{Cure(rollout)}");
    }

    /// <returns>Whether its history could be read: what it was told then is known.</returns>
    private async Task<bool> LookAsync(WordWatch watch, CancellationToken interrupted)
    {
        try
        {
            await watch.LookAsync(interrupted);
            return true;
        }
        catch (Exception fault) when (AwsFaults.IsAws(fault) && !interrupted.IsCancellationRequested)
        {
            context.Output.Warn(AwsFaults.Sentence(fault));
            return false;
        }
    }

    /// <returns>Whether the rollout is over by that.</returns>
    private async Task<bool> SayAsync(WordWatch watch, CancellationToken interrupted)
    {
        var longest = TimeSpan.FromSeconds(watch.Latest?.Plan.CheckIntervalSeconds ?? Limits.DefaultCheckInterval) + Grace;
        var began = context.Time.GetTimestamp();
        try
        {
            var (answer, _) = await new WordSession(context).SayAsync(spoken, watch, interrupted);
            context.Output.Say(answer.Message);
            // A word that no check sees in time is not waited for, nor one that was not taken but by a rollout that goes back.
            var isHopeless = answer.Accepted
                ? answer.SeenBy is { } seenBy && watch.LeftUntil(seenBy) > longest
                : watch is { IsOver: false, Latest: not { Decision.Next: NextState.Rollback } };
            return !isHopeless && await watch.UntilOverAsync(longest - context.Time.GetElapsedTime(began), interrupted);
        }
        // Whatever keeps the word from the rollout, the alias is to be given back.
        catch (Exception fault) when (!interrupted.IsCancellationRequested
            && (fault is CommandFault || AwsFaults.IsAws(fault)))
        {
            context.Output.Warn(fault is CommandFault ? fault.Message : AwsFaults.Sentence(fault));
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

    /// <param name="rollout">The rollout, which is over.</param>
    /// <param name="document">It as it stood last; null where that could not be read.</param>
    /// <param name="isStopped">Whether it was stopped.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    private async Task<int> EndAsync(
        FoundRollout rollout, Rollout? document, bool isStopped, CancellationToken cancellationToken)
    {
        var (function, alias, stable) = (rollout.Function ?? "", rollout.Alias ?? "", document?.StableVersion);
        var back = await new GivenBack(context.Aws, context.Time)
            .WaitAsync(function, alias, rollout.Arn, Longest, cancellationToken);
        var after = string.Create(
            CultureInfo.InvariantCulture, $"after {context.Time.GetElapsedTime(_began).TotalSeconds:0} s");
        return back switch
        {
            null => await EndAtAsync(
                ExitCode.StillRunning, $"{rollout.Title} is not back at version {stable ?? "N, the one before,"} yet. "
                + "Look at it, and set it by hand if it cannot wait: "
                + $"aws lambda update-alias --function-name {function} --name {alias} --function-version {stable ?? "N"} "
                + "--routing-config '{}' --description ''"),
            _ when stable is null => await EndAtAsync(ExitCode.Done, $"{rollout.Title} is at {back}, with all traffic, {after}."),
            _ when back.Version == stable => await EndAtAsync(
                ExitCode.Done, $"{rollout.Title} is back at version {stable}, with all traffic, {after}."),
            _ when back.Version == document?.CandidateVersion => await EndAtAsync(
                ExitCode.Misused, $"It came too late: {rollout.Title} is at {back}. canary undo {rollout.Title} takes it back."),
            _ => await EndAtAsync(ExitCode.Stopped, $"{rollout.Title} is at {back}, as somebody else has set it."),
        };

        Task<int> EndAtAsync(int exitCode, string text) => AnswerAsync(rollout, isStopped, exitCode, text, cancellationToken);
    }

    private async Task<int> AnswerAsync(
        FoundRollout rollout, bool isStopped, int exitCode, string text, CancellationToken cancellationToken)
    {
        var json = (await context.Rollouts.DescribeAsync(rollout.Arn, cancellationToken)).ToJson();
        (json["stopped"], json["message"], json["exitCode"]) = (isStopped, text, exitCode);
        if (exitCode == ExitCode.Done || context.Output.IsJson) context.Output.Answer(text, json);
        else context.Output.Warn(text);
        return exitCode;
    }

    private static string Cure(FoundRollout rollout) =>
        rollout.Outcome == Outcome.Promoted ? $" canary undo {rollout.Title} gives the version before back." : "";
}
