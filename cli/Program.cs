using Canary.Cli.Commands;
using Spectre.Console;

using var interruption = new Interruption();
return await CanaryCommand.RunAsync(args, AnsiConsole.Console, Console.Out, Console.Error, interruption.Token);
