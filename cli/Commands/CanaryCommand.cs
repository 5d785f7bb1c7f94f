using System.CommandLine;
using System.CommandLine.Help;
using System.Net.Sockets;
using Canary.Local.Deploy.Plan;
using Canary.Local.Wire;
using Spectre.Console;

namespace Canary.Cli.Commands;

/// <summary><c>canary</c>: all that people type.</summary>
internal sealed class CanaryCommand : RootCommand, IExplained
{
    public CanaryCommand(IAnsiConsole console)
        : base("Canary rollouts of AWS Lambda functions, on an embedded AWS on this machine: without an account.")
    {
        HelpName = "canary";
        Options.Remove(Options.OfType<VersionOption>().Single());
        Options.OfType<HelpOption>().Single().Action = new HelpPage();
        Add(new DemoCommand(console));
        Add(new ServeCommand());
        Add(new HelpCommand(this));
        SetAction(line => Parse("--help").Invoke(line.InvocationConfiguration));
    }

    /// <inheritdoc/>
    public IEnumerable<HelpSection> More =>
    [
        new("From a clone:",
        [
            new("dotnet run --project cli -- demo", "two rollouts in half a minute"),
            new("dotnet run --project cli -- serve", "an AWS to play with"),
        ]),
    ];

    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> arguments, IAnsiConsole console, TextWriter output, TextWriter error, CancellationToken interrupted)
    {
        var line = new CanaryCommand(console).Parse(arguments);
        if (Misuse.Of(line, arguments) is { Count: > 0 } misuses)
        {
            foreach (var misuse in misuses) await error.WriteLineAsync(misuse);
            return ExitCode.Misused;
        }
        try
        {
            // Ctrl-C and faults are ours: everything that was started has to end first.
            var own = new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await line.InvokeAsync(own, interrupted);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            await error.WriteLineAsync("Interrupted. Nothing was left running.");
            return ExitCode.Interrupted;
        }
        catch (Exception fault) when (fault is TemplateException or AwsException or IOException or SocketException)
        {
            await error.WriteLineAsync(fault.Message);
            return ExitCode.Failed;
        }
    }
}
