using System.CommandLine;
using System.CommandLine.Completions;
using Canary.Cli.CommandLine;

namespace Canary.Cli.Commands;

/// <summary><c>canary complete LINE</c>: what could follow, for the scripts of <c>canary completion</c>.</summary>
internal sealed class CompleteCommand : Command
{
    private readonly CanaryCommand _root;
    private readonly Argument<string> _line = new("line");

    public CompleteCommand(CanaryCommand root) : base("complete", "Tells a shell what could follow a line")
    {
        (_root, Hidden) = (root, true);
        Add(_line);
        SetAction(line => Write(line.GetRequiredValue(_line), line.InvocationConfiguration.Output));
    }

    private int Write(string line, TextWriter output)
    {
        foreach (var item in Of(line))
            output.WriteLine(item.Detail is { Length: > 0 } about ? $"{item.Label}\t{about}" : item.Label);
        return ExitCode.Done;
    }

    // The line begins with this program, by whatever path, and ends where the cursor is.
    private IEnumerable<CompletionItem> Of(string line)
    {
        var start = line.IndexOf(' ', StringComparison.Ordinal);
        if (start < 0) return [];
        var typed = line[(start + 1)..];
        // The other spellings of --help are nothing that anybody looks for.
        return _root.Parse(typed).GetCompletions(typed.Length)
            .Where(item => item.Label is [not ('/' or '-'), ..] || item.Label.StartsWith("--", StringComparison.Ordinal));
    }
}
