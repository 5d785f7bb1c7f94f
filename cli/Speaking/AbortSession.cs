using Amazon.StepFunctions.Model;
using Canary.Cli.Aws;
using Canary.Cli.CommandLine;
using Canary.Cli.Finding;
using Canary.Cli.Verbs;
using Canary.Rollouts;
using Canary.Wording;

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

    private readonly long _began = context.Time.GetTimestamp();

    /// <param name="now">Whether to stop it at once.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(bool now, CancellationToken cancellationToken)
    {
        var rollout = await FindAsync(cancellationToken);
        var watch = new WordWatch(context.Aws, context.Time, rollout.Arn);
        var isRead = await LookAsync(watch, cancellationToken);
        var isStopped = rollout.IsRunning && (now || !await SayAsync(watch, cancellationToken));
        if (isStopped)
        {
            await StopAsync(rollout, cancellationToken);
            // It has gone on while the word was on its way.
            isRead = await LookAsync(watch, cancellationToken);
        }
        var document = watch.Latest;
        var isUntouched = (document is null && isRead) || document is { StableVersion: null };
        if (isUntouched || rollout is not { Function: { } function, Alias: { } alias })
            return await AnswerAsync(rollout, isStopped, AbortEnd.Untouched(rollout), cancellationToken);
        var back = await new GivenBack(context.Aws, context.Time)
            .WaitAsync(function, alias, rollout.Arn, Longest, cancellationToken);
        var end = AbortEnd.Of(rollout, document, back, context.Time.GetElapsedTime(_began));
        return await AnswerAsync(rollout, isStopped, end, cancellationToken);
    }

    private async Task<FoundRollout> FindAsync(CancellationToken cancellationToken)
    {
        var text = spoken.Rollout.Execution ?? $"{spoken.Rollout.Function}:{spoken.Rollout.Alias}";
        var rollout = await context.Rollouts.FindAsync(text, cancellationToken);
        if (rollout.IsRunning) return rollout;
        if (await HolderAsync(rollout, cancellationToken) is not { } holder)
            throw CommandFault.Misused($"There is nothing to abort: {rollout.Summary}{Cure(rollout)}");
        context.Output.Say($"{holder.Name} has ended as {holder.Status}, and {holder.Title} has not been given back yet. "
            + "RestoreAlias does that, at the next sweep at the latest.");
        return holder;
    }

    /// <summary>The one that still holds the alias, though it has ended; null where there is none.</summary>
    private async Task<FoundRollout?> HolderAsync(FoundRollout rollout, CancellationToken cancellationToken) =>
        rollout is { Function: { } function, Alias: { } alias }
        && await context.Rollouts.HoldingAsync(function, alias, cancellationToken) is { Status: not "SUCCEEDED" } holder
        && (holder.Arn == rollout.Arn || spoken.Rollout.Execution is null)
        && holder.Title == rollout.Title ? holder : null;

    // To stop a rollout takes less than to look at it.
    private async Task<bool> LookAsync(WordWatch watch, CancellationToken cancellationToken)
    {
        try
        {
            await watch.LookAsync(cancellationToken);
            return true;
        }
        catch (Exception fault) when (AwsFaults.IsAws(fault) && !cancellationToken.IsCancellationRequested)
        {
            context.Output.Warn(AwsFaults.Sentence(fault));
            return false;
        }
    }

    /// <returns>Whether the rollout is over by that.</returns>
    private async Task<bool> SayAsync(WordWatch watch, CancellationToken cancellationToken)
    {
        // By the clock that the clients' own time-outs go by.
        using var patience = new CancellationTokenSource(Grace);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            var (answer, _) = await new WordSession(context).SayAsync(spoken, watch, either.Token);
            context.Output.Say(answer.Message);
            if (!answer.Accepted) await LookAsync(watch, cancellationToken);
            var longest = TimeSpan.FromSeconds(watch.Latest?.Plan.CheckIntervalSeconds ?? Limits.DefaultCheckInterval)
                + Grace - context.Time.GetElapsedTime(_began);
            return !IsHopeless(answer, watch, longest) && await watch.UntilOverAsync(longest, cancellationToken);
        }
        // Whatever keeps the word from the rollout, the alias is to be given back.
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested
            && (fault is CommandFault or OperationCanceledException || AwsFaults.IsAws(fault)))
        {
            context.Output.Warn(fault is CommandFault ? fault.Message : AwsFaults.Sentence(fault));
            return false;
        }
    }

    // A word that no check sees in time is not waited for, nor one that was not taken but by a rollout that goes back.
    // No check comes while a hook runs, for as long as an hour, and after the promotion the candidate has all traffic then.
    private static bool IsHopeless(StackAnswer answer, WordWatch watch, TimeSpan longest) => answer switch
    {
        { Accepted: true, SeenBy: { } seenBy } => watch.LeftUntil(seenBy) > longest,
        { Accepted: true } => watch.Latest?.Decision.Next is NextState.BeforeAllowTraffic or NextState.BeforeAllowTrafficCallback
            or NextState.AfterAllowTraffic or NextState.AfterAllowTrafficCallback,
        _ => watch is { IsOver: false, Latest: not { Decision.Next: NextState.Rollback } },
    };

    private async Task StopAsync(FoundRollout rollout, CancellationToken cancellationToken)
    {
        var why = $"{spoken.By} aborted it{(spoken.Reason is { } reason ? $": {reason}" : "")}";
        context.Output.Say($"The execution is stopped, and RestoreAlias gives {rollout.Title} back.");
        await context.Aws.StepFunctions.StopExecutionAsync(
            new StopExecutionRequest
            {
                ExecutionArn = rollout.Arn,
                Error = "Aborted",
                Cause = Quoted.Clip(why),
            },
            cancellationToken);
    }

    private async Task<int> AnswerAsync(
        FoundRollout rollout, bool isStopped, AbortEnd end, CancellationToken cancellationToken)
    {
        var json = (await context.Rollouts.DescribeAsync(rollout.Arn, cancellationToken)).ToJson();
        (json["stopped"], json["message"], json["exitCode"]) = (isStopped, end.Text, end.ExitCode);
        if (end.ExitCode == ExitCode.Done || context.Output.IsJson) context.Output.Answer(end.Text, json);
        else context.Output.Warn(end.Text);
        return end.ExitCode;
    }

    private static string Cure(FoundRollout rollout) =>
        rollout.Outcome == Outcome.Promoted ? $" canary undo {rollout.Title} gives the version before back." : "";
}
