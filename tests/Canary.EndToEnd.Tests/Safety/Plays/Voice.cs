namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>How somebody says a word to a rollout.</summary>
internal enum Voice
{
    /// <summary>Through the Lambda for it, which is told the function and the alias.</summary>
    ByAlias,

    /// <summary>Through the Lambda for it, which is told the execution.</summary>
    ByExecution,

    /// <summary>Straight at the alias, behind the mark that it bears, with who, when and why.</summary>
    ByHand,

    /// <summary>The same without who, when and why, so that one such word is as the other.</summary>
    Curtly,
}
