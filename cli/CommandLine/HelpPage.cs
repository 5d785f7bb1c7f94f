using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Canary.Cli.CommandLine;

/// <summary>A command's page of help, in 80 columns.</summary>
internal sealed class HelpPage : SynchronousCommandLineAction
{
    /// <summary>Columns of a page.</summary>
    public const int Width = 80;

    private readonly HelpAction _usage = new() { MaxWidth = Width };

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        _usage.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not IExplained explained) return ExitCode.Done;
        foreach (var section in explained.More) section.Write(parseResult.InvocationConfiguration.Output, Width);
        return ExitCode.Done;
    }
}
