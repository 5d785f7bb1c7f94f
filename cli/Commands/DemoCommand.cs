using System.CommandLine;
using System.CommandLine.Parsing;
using Canary.Cli.CommandLine;
using Canary.Cli.Scenarios;
using Canary.Cli.Setup;
using Canary.Cli.Verbs;

namespace Canary.Cli.Commands;

/// <summary><c>canary demo [scenario]</c>.</summary>
internal sealed class DemoCommand : Command, IExplained
{
    private readonly Argument<string?> _scenario = new("scenario")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = "What is shown instead: see below",
    };

    private readonly Option<string?> _named = new("--scenario")
    {
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "scenario",
        Description = "The same",
    };

    private readonly NumberOption _speed = new(
        "--speed", 1, 100, "Simulated seconds in a real one, 1 to 100. Default: 15, less where it is better seen slowly");

    private readonly NumberOption _traffic = new(
        "--traffic", 1, 500, "Requests in a real second, 1 to 500. Default: 50; 300 or 400 where the analysis is what is shown");

    private readonly Option<string?> _picture = new("--picture")
    {
        HelpName = "file",
        Description = "Also writes a picture of the live screen (SVG)",
    };

    public DemoCommand(Shell shell)
        : base("demo", "Shows a good version being promoted and a bad one rolled back, or another scenario")
    {
        Add(_scenario);
        Add(_named);
        Add(_speed);
        Add(_traffic);
        Add(_picture);
        Add(new ForeignOption("--port", "serve: the demo lets the system choose a port. Say: canary serve --port N"));
        Add(new ForeignOption(
            "--quotas", "serve: the demo makes more calls in a second than AWS takes. Say: canary serve --quotas"));
        Add(new ForeignOption("--delays", "serve: in the demo Lambda takes no time. Say: canary serve --delays N"));
        Add(new ForeignOption("--fault", "serve: in the demo nothing else goes wrong. Say: canary serve --fault F"));
        _scenario.Validators.Add(given => Check(given, "The scenario", given.Tokens));
        _named.Validators.Add(given => Check(given, "--scenario", given.Tokens));
        Validators.Add(CheckBoth);
        SetAction((line, interrupted) => new DemoSession(Scenario(line), Stack(line), line.GetValue(_picture), shell)
            .RunAsync(interrupted));
    }

    /// <inheritdoc/>
    public IEnumerable<HelpSection> More =>
    [
        new("Scenarios:", [.. ScenarioList.All.Select(scenario => new HelpRow(scenario.Name, scenario.About))]),
        new("It ends with:",
        [
            new("0", "if all went as it should: without a scenario, if the good version was promoted, "
                + "and the bad one rolled back by the "
                + "analysis, before the alarm fired, with the alias exactly as before"),
            new("1", "if it did not; 2 if this cannot be understood; 130 after Ctrl-C"),
        ]),
    ];

    /// <summary>What is to be shown.</summary>
    public IScenario Scenario(ParseResult line) =>
        (line.GetValue(_scenario) ?? line.GetValue(_named)) is { } name ? ScenarioList.Find(name)! : ScenarioList.Demo;

    /// <summary>How the embedded AWS is to run: as it suits the scenario, unless the line says.</summary>
    public StackOptions Stack(ParseResult line)
    {
        var scenario = Scenario(line);
        return new(line.GetValue(_speed) ?? scenario.Speed, line.GetValue(_traffic) ?? scenario.Traffic);
    }

    private static void Check(SymbolResult given, string what, IReadOnlyList<Token> tokens)
    {
        var list = string.Join("\n  ", ScenarioList.All.Select(scenario => $"{scenario.Name,-16} {scenario.About}"));
        if (given is OptionResult { Implicit: false } && tokens.Count == 0)
            given.AddError($"{what} has no value. Give one of:\n  {list}");
        if (tokens is not [{ Value: var name }] || ScenarioList.Find(name) is not null) return;
        given.AddError(name.StartsWith('-')
            ? $"\"{name}\" is unknown after demo. canary demo --help lists what there is."
            : $"{what} is \"{name}\". Give one of:\n  {list}");
    }

    private void CheckBoth(CommandResult given)
    {
        var (one, other) = (given.GetResult(_scenario)?.Tokens, given.GetResult(_named)?.Tokens);
        if (one is [{ Value: var named }] && other is [{ Value: var also }] && named != also)
            given.AddError($"There are two scenarios, \"{named}\" and \"{also}\". Say one of them: canary demo {named}");
    }
}
