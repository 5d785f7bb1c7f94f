using Amazon.Lambda.Model;
using Canary.Aliases;
using Canary.Cli.Aws;
using Canary.Cli.CommandLine;
using Canary.Cli.Finding;
using Canary.Cli.Verbs;

namespace Canary.Cli.Speaking;

/// <summary>Says a word to a rollout, and waits until it was seen.</summary>
internal sealed class WordSession(CommandContext context)
{
    /// <summary>A check may come a little late, and is a while at work.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    /// <summary>Without a time in the answer: longer than a word waits for a check, but before the first step.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <param name="spoken">The word.</param>
    /// <param name="waits">Whether to wait until it was seen.</param>
    /// <param name="cancellationToken">Gives up waiting: the word stands.</param>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(SpokenWord spoken, bool waits, CancellationToken cancellationToken)
    {
        var before = waits ? await LookAsync(spoken.Rollout, cancellationToken) : null;
        var (answer, watch) = await SayAsync(spoken, before, cancellationToken);
        if (!answer.Accepted) return Answer(ExitCode.Misused, answer.Message, answer);
        if (!waits || watch is null) return Answer(ExitCode.Done, answer.Message, answer);
        context.Output.Say(answer.Message);
        var told = await WaitAsync(watch, spoken, answer, cancellationToken);
        if (told is null && await ReplacedAsync(watch, spoken, cancellationToken) is { } why)
            return Answer(ExitCode.Misused, why, answer, watch);
        return (told, watch) switch
        {
            (null, _) => Answer(
                ExitCode.StillRunning,
                "The rollout has not seen it yet, and the word stands: canary status shows when it has.",
                answer),
            (_, { HasSeen: false }) => Answer(
                ExitCode.Misused, $"It came too late, for the rollout has ended: {Reason(watch)}", answer, watch),
            _ => Answer(ExitCode.Done, told.Count > 0 ? string.Join(" ", told) : Reason(watch), answer, watch),
        };
    }

    /// <summary>Says it, and gives what shows whether it was seen; null where that may not be read.</summary>
    /// <param name="spoken">The word.</param>
    /// <param name="before">The rollout that is meant, as it stood before; null where that is not known.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(StackAnswer Answer, WordWatch? Watch)> SayAsync(
        SpokenWord spoken, WordWatch? before, CancellationToken cancellationToken)
    {
        var stack = await context.StackAsync(cancellationToken);
        var messenger = new Messenger(await context.FunctionsAsync(cancellationToken), stack);
        var answer = await messenger.SayAsync(spoken, cancellationToken);
        return answer.Execution is { } execution && before?.Execution != execution
            ? (answer, new WordWatch(context.Aws, context.Time, execution))
            : (answer, before);
    }

    /// <summary>The rollout that is meant, as it stands; null where there is none, or the caller may not look.</summary>
    public async Task<WordWatch?> LookAsync(RolloutName rollout, CancellationToken cancellationToken)
    {
        try
        {
            var execution = rollout.IsArn ? rollout.Execution
                : rollout.Execution is { } name ? (await context.StackAsync(cancellationToken)).ExecutionArn(name)
                : await context.Rollouts.HolderAsync(rollout.Function!, rollout.Alias!, cancellationToken);
            if (execution is null || !Hold.IsExecution(execution)) return null;
            var watch = new WordWatch(context.Aws, context.Time, execution);
            await watch.LookAsync(cancellationToken);
            return watch;
        }
        // To say a word takes less than to look: what stands in the way of it is the stack's to say.
        catch (Exception fault) when (AwsFaults.IsAws(fault) && !AwsFaults.IsExpired(fault))
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<string>?> WaitAsync(
        WordWatch watch, SpokenWord spoken, StackAnswer answer, CancellationToken cancellationToken)
    {
        try
        {
            var left = answer.SeenBy - context.Time.GetUtcNow();
            // Where the clocks of both sides differ, what the answer says is no measure.
            return await watch.UntilSeenAsync(
                spoken, left is { } time && time > TimeSpan.Zero && time < Longest ? time + Grace : Longest, cancellationToken);
        }
        catch (Exception fault) when (AwsFaults.IsDenied(fault))
        {
            return null;
        }
    }

    /// <summary>Why the rollout will never see it; null where it stands, or that cannot be told.</summary>
    private async Task<string?> ReplacedAsync(WordWatch watch, SpokenWord spoken, CancellationToken cancellationToken)
    {
        if (watch.Latest is not { } rollout) return null;
        try
        {
            var found = await context.Aws.Lambda.GetAliasAsync(
                new GetAliasRequest { FunctionName = rollout.Function, Name = rollout.Alias }, cancellationToken);
            var text = Hold.BehindOf(found.Description ?? "");
            return spoken.IsSeenIn(text) ? null
                : text is not null && Word.Read(text) is { } other
                ? $"The rollout has not seen it, for {other.Who} has said {other.Name} in its place."
                : "The rollout has not seen it, and somebody has taken it off the alias.";
        }
        catch (Exception fault) when (AwsFaults.IsAws(fault) && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static string Reason(WordWatch watch) => watch.Latest?.Reason ?? "it was not planned yet.";

    private int Answer(int exitCode, string text, StackAnswer answer, WordWatch? watch = null)
    {
        var json = answer.ToJson();
        json["seen"] = watch?.HasSeen == true;
        if (watch?.Latest is { } rollout) (json["outcome"], json["reason"]) = (rollout.Outcome.ToString(), rollout.Reason);
        json["exitCode"] = exitCode;
        if (exitCode is ExitCode.Done or ExitCode.StillRunning || context.Output.IsJson) context.Output.Answer(text, json);
        else context.Output.Warn(text);
        return exitCode;
    }
}
