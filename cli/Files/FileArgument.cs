using System.CommandLine;
using System.CommandLine.Completions;

namespace Canary.Cli.Files;

/// <summary>The rollout files that a verb takes. A shell completes them.</summary>
internal sealed class FileArgument : Argument<string[]>
{
    public FileArgument(string about, ArgumentArity arity) : base("file")
    {
        (Description, HelpName, Arity) = (about, "file", arity);
        // The parser takes one word for a list only where there may be more.
        CustomParser = given => [.. given.Tokens.Select(token => token.Value)];
        CompletionSources.Add(_ => RolloutFile.In(".").Select(name => new CompletionItem(name)));
    }
}
