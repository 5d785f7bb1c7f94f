namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>The execution that a forged document says it is of.</summary>
internal enum ForgedName
{
    /// <summary>One that never was.</summary>
    MadeUp,

    /// <summary>The rollout's.</summary>
    Rollout,

    /// <summary>Its own: who starts an execution chooses its name.</summary>
    Own,
}
