using System.CommandLine;
using System.CommandLine.Help;
using System.Net.Sockets;
using Canary.Cli.CommandLine;
using Canary.Cli.Verbs;
using Canary.Local.Deploy.Plan;
using Canary.Local.Wire;

namespace Canary.Cli.Commands;

/// <summary><c>canary</c>: all that people type.</summary>
internal sealed class CanaryCommand : RootCommand, IExplained
{
    public CanaryCommand(Shell shell)
        : base("Canary rollouts of AWS Lambda functions: started, watched, steered and undone, on AWS or an embedded one.")
    {
        HelpName = "canary";
        Options.OfType<VersionOption>().Single().Description = "Says the version, and the commit that it was built from";
        Options.OfType<HelpOption>().Single().Action = new HelpPage();
        Add(new InitCommand(shell));
        Add(new LintCommand(shell));
        Add(new PlanCommand(shell));
        Add(new StartCommand(shell));
        Add(new WatchCommand(shell));
        Add(new StatusCommand(shell));
        Add(new ListCommand(shell));
        Add(new HistoryCommand(shell));
        Add(new ShowCommand(shell));
        foreach (var word in WordCommand.All(shell)) Add(word);
        Add(new AbortCommand(shell));
        Add(new UndoCommand(shell));
        Add(new RetryCommand(shell));
        Add(new DoctorCommand(shell));
        if (Laptop.IsHere)
        {
            Add(new DemoCommand(shell));
            Add(new ServeCommand());
        }
        else
        {
            Add(new ElsewhereCommand("demo"));
            Add(new ElsewhereCommand("serve"));
        }
        Add(new CompletionCommand(shell));
        Add(new CompleteCommand(this));
        Add(new HelpCommand(this));
        foreach (var verb in Subcommands.OfType<ShellCommand>()) verb.AddShared();
        SetAction(line => Parse("--help").Invoke(line.InvocationConfiguration));
    }

    /// <inheritdoc/>
    public IEnumerable<HelpSection> More =>
    [
        new("Without an AWS account, from a clone:",
        [
            new("dotnet run --project cli -- demo", "two rollouts in half a minute"),
            new("dotnet run --project cli -- serve", "an AWS to play with"),
        ]),
    ];

    /// <returns>See <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Shell shell, CancellationToken interrupted)
    {
        var line = new CanaryCommand(shell).Parse(arguments);
        if (Misuse.Of(line, arguments) is { Count: > 0 } misuses)
        {
            var output = line.CommandResult.Command is ShellCommand verb ? verb.OutputOf(line) : shell.Output(isJson: false);
            output.Fail(CommandFault.Misused(string.Join(Environment.NewLine, misuses)));
            return ExitCode.Misused;
        }
        try
        {
            // Ctrl-C and faults are ours: everything that was started has to end first.
            var own = new InvocationConfiguration
            {
                Output = shell.Text,
                Error = shell.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            return await line.InvokeAsync(own, interrupted);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            await shell.Error.WriteLineAsync("Interrupted. Nothing was left running.");
            return ExitCode.Interrupted;
        }
        catch (CommandFault fault)
        {
            await shell.Error.WriteLineAsync(fault.Message);
            return fault.ExitCode;
        }
        catch (Exception fault) when (fault is TemplateException or AwsException or IOException or SocketException)
        {
            await shell.Error.WriteLineAsync(fault.Message);
            return ExitCode.RolledBack;
        }
    }
}
