using System.Text.Json.Nodes;
using Canary.Aliases;
using Canary.Cli.Finding;

namespace Canary.Cli.Speaking;

/// <summary>A word with all that is said beside it.</summary>
/// <param name="Kind">The word.</param>
/// <param name="Rollout">To whom.</param>
/// <param name="By">Who says it.</param>
/// <param name="Reason">Why; null where they do not say.</param>
internal sealed record SpokenWord(WordKind Kind, RolloutName Rollout, string By, string? Reason)
{
    /// <summary>How long a pause lasts; null for as long as the stack says.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>Whether it answers what the rollout has asked a person: a function of its own takes it.</summary>
    public bool IsAnswer => Kind is WordKind.Approve or WordKind.Reject;

    /// <summary>What the stack's function is sent.</summary>
    public JsonObject Payload()
    {
        var payload = new JsonObject();
        if (Rollout.Execution is { } execution) payload["execution"] = execution;
        else (payload["function"], payload["alias"]) = (Rollout.Function, Rollout.Alias);
        payload["word"] = Word.NameOf(Kind);
        payload["by"] = By;
        if (Reason is not null) payload["reason"] = Reason;
        if (For is { } time) payload["seconds"] = (int)time.TotalSeconds;
        return payload;
    }

    /// <summary>Whether a document shows that its rollout has looked at this word.</summary>
    /// <param name="text">What stood behind the alias's mark, as the document remembers it.</param>
    public bool IsSeenIn(string? text) => text is not null
        && Word.Read(text) is { } word && word.Kind == Kind && word.MayBeOf(By);
}
