using System.CommandLine;
using Canary.Cli.Aws;
using Canary.Cli.CommandLine;
using Canary.Cli.Commands;
using Canary.Cli.Scenarios;
using Canary.Cli.Setup;
using Canary.Cli.Verbs;
using Spectre.Console;

namespace Canary.Cli.Tests.Commands;

/// <summary>What somebody typed, and what came of it.</summary>
/// <param name="Exit">The exit code.</param>
/// <param name="Output">What was printed.</param>
/// <param name="Error">What was said to be wrong.</param>
internal sealed record Typed(int Exit, string Output, string Error)
{
    /// <summary>Runs a line that only prints something.</summary>
    public static Task<Typed> RunAsync(params string[] arguments) => RunAsync(null, arguments);

    /// <summary>Runs a line that asks AWS.</summary>
    /// <param name="connect">Opens what stands in for AWS; null for nothing that could be asked.</param>
    /// <param name="arguments">The line.</param>
    /// <param name="time">This machine's clock; null for the real one.</param>
    public static async Task<Typed> RunAsync(
        Func<AwsSettings, AwsAccess>? connect, string[] arguments, TimeProvider? time = null)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        var shell = new Shell(console, output, error)
        {
            Connect = connect ?? (_ => throw new InvalidOperationException("This line should not ask AWS.")),
            Environment = _ => null,
            Time = time ?? TimeProvider.System,
        };
        var exit = await CanaryCommand.RunAsync(arguments, shell, TestContext.Current.CancellationToken);
        return new(exit, output.ToString(), error.ToString());
    }

    /// <summary>What a line that begins with demo asks for.</summary>
    public static (IScenario Scenario, StackOptions Stack) Demo(params string[] arguments)
    {
        var (command, line) = Parse<DemoCommand>(arguments);
        return (command.Scenario(line), command.Stack(line));
    }

    /// <summary>What a line that begins with serve asks for.</summary>
    public static ServeSettings Serve(params string[] arguments)
    {
        var (command, line) = Parse<ServeCommand>(arguments);
        return command.Settings(line);
    }

    private static (T Command, ParseResult Line) Parse<T>(string[] arguments)
    {
        var root = new CanaryCommand(new Shell(AnsiConsole.Console, TextWriter.Null, TextWriter.Null));
        var line = root.Parse(arguments);
        Assert.Empty(Misuse.Of(line, arguments));
        return (root.Subcommands.OfType<T>().Single(), line);
    }
}
