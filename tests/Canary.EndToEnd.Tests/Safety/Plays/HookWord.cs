namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>What a hook does.</summary>
internal enum HookWord
{
    /// <summary>It returns.</summary>
    Passes,

    /// <summary>It returns a status of Failed.</summary>
    Fails,

    /// <summary>It throws.</summary>
    Throws,

    /// <summary>It never answers, where an answer is waited for.</summary>
    Silent,
}
