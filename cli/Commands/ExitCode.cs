namespace Canary.Cli.Commands;

/// <summary>What the program ends with.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>It did not go as it should.</summary>
    public const int Failed = 1;

    /// <summary>The command line asks for something that there is not.</summary>
    public const int Misused = 2;

    /// <summary>As shells say it of a program that Ctrl-C has ended.</summary>
    public const int Interrupted = 130;
}
