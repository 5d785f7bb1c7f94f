using Canary.Cli.CommandLine;
using Canary.Cli.Commands;
using Canary.Cli.Verbs;
using Spectre.Console;

using var interruption = new Interruption();
var shell = new Shell(AnsiConsole.Console, Console.Out, Console.Error) { Input = Console.In };
return await CanaryCommand.RunAsync(args, shell, interruption.Token);
