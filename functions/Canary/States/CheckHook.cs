using System.Text.Json;
using Canary.Answers;
using Canary.Errors;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Wording;

namespace Canary.States;

/// <summary>The state <c>CheckHook</c>: what follows from what a hook answered.</summary>
public static class CheckHook
{
    /// <summary>
    /// Goes on where the hook succeeded, else back. What it answered leaves the document: only the story tells of it.
    /// </summary>
    /// <param name="rollout">The rollout, with the raw answer or the error that the state machine has put into it.</param>
    /// <param name="at">The execution's time.</param>
    public static Rollout Answered(Rollout rollout, DateTimeOffset at)
    {
        var after = rollout.Internal.PromotedAt is not null;
        var name = after ? nameof(NextState.AfterAllowTraffic) : nameof(NextState.BeforeAllowTraffic);
        var hook = (after ? rollout.Plan.Hooks?.AfterAllowTraffic : rollout.Plan.Hooks?.BeforeAllowTraffic)
            ?? throw new ForeignDocument($"The rollout of {rollout.Title} has no hook {name}, so there is no answer to judge.");
        var answer = rollout.Error is { } error
            ? HookAnswer.OfError(hook, error)
            : HookAnswer.Of(hook, PayloadOf(hook, rollout.Internal.Answer));
        var text = $"The hook {name} ({hook.FunctionName}) {answer.Text}";
        var told = (rollout with { Error = null })
            .Note(own => own with { Answer = null })
            .Tell(at, name, Quoted.Clip(text, Limits.AnswerLength));
        if (!answer.Succeeded) return told.Decide(new(NextState.Rollback, text));
        if (after) return NextStep.AfterPromotionHook(told, rollout.Reason, at);
        return told.Decide(NextStep.Advance(told, $"The hook {name} succeeded."));
    }

    /// <summary>What Lambda's Invoke answers is wrapped; a callback's output is not.</summary>
    private static JsonElement? PayloadOf(Hook hook, JsonElement? answer) => hook.WaitForCallback ? answer
        : answer is { ValueKind: JsonValueKind.Object } wrapped && wrapped.TryGetProperty("Payload", out var payload) ? payload
        : null;
}
