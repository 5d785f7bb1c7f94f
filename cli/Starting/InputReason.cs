using Canary.Rollouts;
using Canary.Wording;

namespace Canary.Cli.Starting;

/// <summary>Why a rollout is started, as its input takes it: one line, and not a long one.</summary>
internal static class InputReason
{
    /// <summary>
    /// A commit's message, or whatever words somebody has for it: they keep nobody from a release, or from taking one back.
    /// </summary>
    public static string Of(string text) =>
        Quoted.Clip(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), Limits.AnswerLength);
}
