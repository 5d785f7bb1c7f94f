using System.CommandLine;
using Canary.Cli.CommandLine;
using Canary.Cli.Setup;

namespace Canary.Cli.Commands;

/// <summary><c>canary help</c>: a command's page, or that of a topic.</summary>
internal sealed class HelpCommand : Command
{
    private const string Faults = "faults";

    private readonly CanaryCommand _root;

    private readonly Argument<string?> _topic = new("topic")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "A command, or faults (what serve can make go wrong)",
    };

    public HelpCommand(CanaryCommand root) : base("help", "Explains a command, or faults")
    {
        _root = root;
        Add(_topic);
        _topic.Validators.Add(topic =>
        {
            if (topic.Tokens is [{ Value: var name }] && !Topics.Contains(name))
                topic.AddError($"There is no help about \"{name}\", but about {string.Join(", ", Topics)}.");
        });
        SetAction(line => Write(line.GetValue(_topic), line.InvocationConfiguration));
    }

    private IEnumerable<string> Topics =>
        _root.Subcommands.Where(command => command != this && !command.Hidden)
            .Select(command => command.Name)
            .Concat(Laptop.IsHere ? [Faults] : []);

    private int Write(string? topic, InvocationConfiguration configuration)
    {
        if (!Laptop.IsHere || topic != Faults)
            return _root.Parse(topic is null ? ["--help"] : [topic, "--help"]).Invoke(configuration);
        configuration.Output.WriteLine($"{FaultHelp.Title}{configuration.Output.NewLine}");
        foreach (var section in FaultHelp.Sections) section.Write(configuration.Output, HelpPage.Width);
        return ExitCode.Done;
    }
}
