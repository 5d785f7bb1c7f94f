namespace Canary.Cli.Watching;

/// <summary>How far a step of a rollout has come.</summary>
internal enum StepProgress
{
    /// <summary>It has not begun.</summary>
    Waiting,

    /// <summary>It bakes.</summary>
    Current,

    /// <summary>It is over, and all was well.</summary>
    Done,

    /// <summary>The rollout ended in it.</summary>
    Stopped,
}
