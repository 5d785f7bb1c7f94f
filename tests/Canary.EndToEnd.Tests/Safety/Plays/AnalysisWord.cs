namespace Canary.EndToEnd.Tests.Safety.Plays;

/// <summary>What a script's input says of the analysis. Nobody calls the function, so it never has a verdict.</summary>
internal enum AnalysisWord
{
    /// <summary>Nothing: it is on, and without a verdict the rollout goes on.</summary>
    Default,

    /// <summary>None, so that the alarms alone decide.</summary>
    Off,

    /// <summary>It has no say.</summary>
    DryRun,

    /// <summary>Without a verdict the rollout waits for a while, and then goes back.</summary>
    Wait,

    /// <summary>Without a verdict it waits for a while, and then goes on, as nothing speaks against the candidate.</summary>
    Evidence,

    /// <summary>Where the metrics cannot be read it waits for a while, and then goes on.</summary>
    InTheDark,

    /// <summary>Without a verdict the rollout goes back.</summary>
    Rollback,
}
