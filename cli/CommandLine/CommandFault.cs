namespace Canary.Cli.CommandLine;

/// <summary>A command cannot go on: what the program ends with, and why in a sentence.</summary>
internal sealed class CommandFault(int exitCode, string sentence, Exception? cause = null) : Exception(sentence, cause)
{
    /// <summary>See <see cref="CommandLine.ExitCode"/>.</summary>
    public int ExitCode => exitCode;

    /// <summary>What was asked for is not there, or cannot be done.</summary>
    public static CommandFault Misused(string sentence) => new(CommandLine.ExitCode.Misused, sentence);

    /// <summary>AWS could not be asked.</summary>
    public static CommandFault Unreachable(string sentence, Exception? cause = null) =>
        new(CommandLine.ExitCode.Unreachable, sentence, cause);
}
