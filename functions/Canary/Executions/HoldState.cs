namespace Canary.Executions;

/// <summary>How the execution stands that an alias's mark names.</summary>
public enum HoldState
{
    /// <summary>It runs: the alias is its.</summary>
    Runs,

    /// <summary>It has ended without success, so lately that RestoreAlias still gives its alias back.</summary>
    Unsettled,

    /// <summary>It has ended, and its mark is left over.</summary>
    Ended,

    /// <summary>It runs, but it was started for another alias: the mark is somebody's words.</summary>
    RunsElsewhere,

    /// <summary>There is no such execution.</summary>
    Missing,

    /// <summary>It is another state machine's, which this one may not read.</summary>
    Unknown,
}
