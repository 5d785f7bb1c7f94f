using Canary.Cli.CommandLine;
using Canary.Cli.Tests.Screens;
using Spectre.Console;

namespace Canary.Cli.Tests.CommandLine;

public class OutputTests
{
    private const string Long = "Nothing was asked of any rollout: it is over.\n1  of  a table";

    [Fact]
    public void Answer_OnATerminal_BreaksLongLinesBetweenWordsAndLeavesOthers()
    {
        var terminal = new Terminal(28, 4);

        Answer(terminal.Console, TextWriter.Null, isJson: false);

        Assert.Equal(["Nothing was asked of any", "rollout: it is over.", "1  of  a table", ""], terminal.Screen);
    }

    [Theory]
    [InlineData(false, Long)]
    [InlineData(true, """{"text":"rather long, and longer than the terminal"}""")]
    public void Answer_InAPipe_IsAsItIs(bool isJson, string expected)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });

        Answer(console, text, isJson);

        Assert.Equal(expected + Environment.NewLine, text.ToString());
    }

    private static void Answer(IAnsiConsole console, TextWriter text, bool isJson) =>
        new Output(console, text, TextWriter.Null, isJson)
            .Answer(Long, new() { ["text"] = "rather long, and longer than the terminal" });
}
