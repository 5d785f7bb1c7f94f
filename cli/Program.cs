using System.Net.Sockets;
using Canary.Cli.Commands;
using Canary.Local.Deploy.Plan;
using Canary.Local.Wire;
using Spectre.Console;

const int Failed = 1, Misused = 2, Interrupted = 130;

using var interruption = new Interruption();
try
{
    var line = CommandLine.Parse(args);
    switch (line.Mode)
    {
        case Mode.Help:
            Console.WriteLine(CommandLine.Help);
            return 0;
        case Mode.Serve:
            return await ServeCommand.RunAsync(line, Console.Out, interruption.Token);
        default:
            return await DemoCommand.RunAsync(line, AnsiConsole.Console, interruption.Token);
    }
}
catch (UsageException misuse)
{
    Console.Error.WriteLine(misuse.Message);
    return Misused;
}
catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
{
    Console.Error.WriteLine("Interrupted. Nothing was left running.");
    return Interrupted;
}
catch (Exception fault) when (fault is TemplateException or AwsException or IOException or SocketException)
{
    Console.Error.WriteLine(fault.Message);
    return Failed;
}
