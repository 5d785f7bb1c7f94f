using System.Text.Json;
using Canary.Answers;
using Canary.Errors;
using Canary.Executions;
using Canary.Functions.Waits;
using Canary.Ports;
using Canary.States;
using Canary.Wording;

namespace Canary.Functions.Writes;

/// <summary>
/// Writes a person's word behind a rollout's mark: the description alone, under the revision, so that it cannot move traffic.
/// </summary>
public sealed class WordWriter(IAliases aliases, IExecutions executions, TimeProvider time)
{
    /// <summary>It is less than the minute after which the AWS command line gives up, and invokes once more.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(25);

    private const string StateMachineVariable = "STATE_MACHINE_ARN";

    // Each time somebody else has changed the alias since it was read, or the read lagged behind a change.
    private const int Tries = 5;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(500);

    /// <summary>Reads the word, and writes it if the rollout can act on it as it stands.</summary>
    public async Task<WordAnswer> GiveAsync(JsonElement input, bool approves, Patience patience)
    {
        var (faults, at) = (new List<string>(), time.GetUtcNow());
        var machine = Environment.GetEnvironmentVariable(StateMachineVariable);
        if (WordRequest.Read(input, approves, machine, at, faults) is not { } request) return WordAnswer.Unfit(faults);
        try
        {
            for (var tries = 1; tries <= Tries; tries++)
            {
                if (await GiveAsync(request, at, patience) is { } answer) return answer;
                await Task.Delay(BetweenTries, time);
            }
            return WordAnswer.No("The alias was changed by somebody else at each of several tries. Try again.");
        }
        catch (AccessDenied denied)
        {
            return WordAnswer.No("The alias or its rollout may not be looked at or changed: it is none of this stack's. "
                + $"Check the names. AWS says: {Quoted.Clip(denied.Message)}");
        }
        catch (Throttled throttled)
        {
            return WordAnswer.No("AWS takes no more calls of this account for the moment. Try again in a minute. "
                + $"AWS says: {Quoted.Clip(throttled.Message)}");
        }
        catch (AliasShifting)
        {
            return WordAnswer.No("Lambda shifts the alias by itself just now, and lets nobody change it. Try again in a minute.");
        }
        catch (Exception fault) when (fault is ForeignDocument or VersionGone)
        {
            return WordAnswer.No(fault.Message);
        }
        catch (CallFailed failed)
        {
            return WordAnswer.Unanswered(failed.Message);
        }
    }

    /// <summary>Tries once; null where somebody else has changed the alias meanwhile.</summary>
    private async Task<WordAnswer?> GiveAsync(WordRequest request, DateTimeOffset at, Patience patience)
    {
        if (request.Alias is null)
        {
            var named = await patience.TryAsync(() => executions.FindStandingAsync(request.Execution!));
            if (named?.Rollout is not { } of) return WordAnswer.NotHeld(request.Execution!, named);
            request = request with { Function = of.Function, Alias = of.Alias };
        }
        var found = await patience.TryAsync(() => aliases.FindAsync(request.Function!, request.Alias));
        if (found is null || SayWord.HolderOf(request, found) is not { } holder)
        {
            return request.Execution is { } execution
                ? WordAnswer.NotHeld(execution, await patience.TryAsync(() => executions.FindStandingAsync(execution)))
                : WordAnswer.NotHeld(request.Title, found);
        }
        var standing = await patience.TryAsync(() => executions.FindStandingAsync(holder));
        var (answer, description) = SayWord.To(request, holder, standing, found, at);
        return description is null
            || await patience.TryAsync(() => aliases.DescribeAsync(
                request.Function!, request.Alias!, description, found.RevisionId)) is not null
            ? answer
            : null;
    }
}
