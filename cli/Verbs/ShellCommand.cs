using System.CommandLine;
using Canary.Cli.Aws;
using Canary.Cli.CommandLine;

namespace Canary.Cli.Verbs;

/// <summary>A verb: it answers in sentences or in JSON, and with an exit code that a pipeline can go by.</summary>
internal abstract class ShellCommand : Command
{
    private readonly ChoiceOption _output = new("--output", "How it answers", "text", "json");
    private readonly List<Option> _shared = [];

    protected ShellCommand(Shell shell, string name, string about) : base(name, about)
    {
        Shell = shell;
        Share(_output);
        SetAction(RunAsync);
    }

    /// <summary>Adds the options that many verbs have. Last, so that help shows a verb's own first.</summary>
    public void AddShared() => _shared.ForEach(Add);

    /// <summary>Where it answers a line that it cannot follow: that may still say how.</summary>
    public Output OutputOf(ParseResult line) => Shell.Output(line.GetResult(_output) is { Tokens: [{ Value: "json" }] });

    /// <summary>This verb has an option that many have.</summary>
    protected void Share(Option option) => _shared.Add(option);

    /// <summary>What surrounds this run of the program.</summary>
    protected Shell Shell { get; }

    /// <summary>Does it.</summary>
    /// <returns>See <see cref="ExitCode"/>.</returns>
    protected abstract Task<int> RunAsync(ParseResult line, Output output, CancellationToken interrupted);

    private async Task<int> RunAsync(ParseResult line, CancellationToken interrupted)
    {
        var output = Shell.Output(_output.Of(line) == "json");
        try
        {
            return await RunAsync(line, output, interrupted);
        }
        catch (CommandFault fault)
        {
            output.Fail(fault);
            return fault.ExitCode;
        }
        catch (Exception fault) when (AwsFaults.IsAws(fault) && !interrupted.IsCancellationRequested)
        {
            output.Fail(CommandFault.Unreachable(AwsFaults.Sentence(fault), fault));
            return ExitCode.Unreachable;
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            output.Warn("Interrupted.");
            return ExitCode.Interrupted;
        }
    }
}
