using System.CommandLine;
using System.CommandLine.Parsing;

namespace Canary.Cli.CommandLine;

/// <summary>What a command line asks for that there is not.</summary>
internal static class Misuse
{
    /// <summary>All of it at once, a sentence for each; none where the line can be followed, or asks for help.</summary>
    public static IReadOnlyList<string> Of(ParseResult line, IReadOnlyList<string> arguments) =>
        line.Action is HelpPage ? [] : [.. Unknown(line, arguments), .. Known(line).Distinct()];

    private static IEnumerable<string> Known(ParseResult line) =>
        line.Errors.Where(error => !IsUnknown(error, line)).Select(Sentence);

    // The parser says "Required argument 'x' missing", and not what one is.
    private static string Sentence(ParseError error) =>
        error.SymbolResult is ArgumentResult { Tokens: [], Argument: var needed, Parent: CommandResult { Command: var command } }
            ? $"{command.Name} needs <{needed.HelpName ?? needed.Name}>: {needed.Description}." : error.Message;

    // The parser's own words for these say neither where the word stands nor what there is.
    private static bool IsUnknown(ParseError error, ParseResult line) => error.SymbolResult is CommandResult
        && line.UnmatchedTokens.Any(token => error.Message.Contains($"'{token}'", StringComparison.Ordinal));

    private static IEnumerable<string> Unknown(ParseResult line, IReadOnlyList<string> arguments)
    {
        if (line.UnmatchedTokens is not [var first, ..]) yield break;
        var unknown = $"\"{string.Join(' ', line.UnmatchedTokens)}\"";
        var command = line.CommandResult.Command.Name;
        if (line.CommandResult.Command is RootCommand)
        {
            var cure = first.StartsWith('-')
                ? $"Options come after a command, as in: canary demo {first}"
                : "canary --help lists what there is.";
            yield return $"{unknown} is unknown. {cure}";
        }
        else if (arguments[0] != command)
        {
            yield return $"\"{command}\" comes first, its options after it. Say: canary {command} {arguments[0]}";
        }
        else
        {
            yield return $"{unknown} is unknown after {command}. canary {command} --help lists what there is.";
        }
    }
}
