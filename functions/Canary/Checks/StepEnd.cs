namespace Canary.Checks;

/// <summary>What a step comes to whose time is over, and to which nothing has objected.</summary>
internal enum StepEnd
{
    /// <summary>The next step, or the promotion.</summary>
    GoOn,

    /// <summary>The same step for a while longer.</summary>
    Hold,

    /// <summary>A question to a person.</summary>
    Ask,

    /// <summary>The rollback.</summary>
    GoBack,
}
