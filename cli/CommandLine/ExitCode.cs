namespace Canary.Cli.CommandLine;

/// <summary>What the program ends with. A pipeline goes by it, so these are contract.</summary>
internal static class ExitCode
{
    /// <summary>Promoted, created, or nothing to do; of what is no rollout: done.</summary>
    public const int Done = 0;

    /// <summary>Rolled back, whatever for, or failed. Of the demo: it did not go as it should.</summary>
    public const int RolledBack = 1;

    /// <summary>The line asks for something that there is not, or the input was refused.</summary>
    public const int Misused = 2;

    /// <summary>Another rollout holds the alias.</summary>
    public const int Busy = 3;

    /// <summary>Somebody stopped the rollout, or changed the alias under it.</summary>
    public const int Stopped = 4;

    /// <summary>AWS could not be asked.</summary>
    public const int Unreachable = 5;

    /// <summary>The rollout goes on: the time given is over, or only its status was asked.</summary>
    public const int StillRunning = 6;

    /// <summary>As shells say it of a program that Ctrl-C has ended.</summary>
    public const int Interrupted = 130;

    /// <summary>As a section of a page of help.</summary>
    public static HelpSection Help { get; } = new("It ends with:",
    [
        new("0", "promoted, created, or nothing to do"),
        new("1", "rolled back, or failed"),
        new("2", "the line is wrong, or the input was refused"),
        new("3", "another rollout holds the alias"),
        new("4", "stopped, or the alias was changed by somebody else"),
        new("5", "AWS could not be asked"),
        new("6", "the rollout goes on: the time given is over, or only its status was asked"),
    ]);
}
