using System.Globalization;
using Canary.Cli.Scenarios;
using Canary.Cli.Setup;
using Canary.Local.Faults;

namespace Canary.Cli.Commands;

/// <summary>What the command line asks for.</summary>
/// <param name="Mode">What to do.</param>
/// <param name="Speed">How many simulated seconds pass in a real one.</param>
/// <param name="Port">Where to listen; 0 lets the system choose.</param>
/// <param name="Traffic">Requests to the sample function in a real second; 0 for none.</param>
internal sealed record CommandLine(Mode Mode, double Speed, int Port, double Traffic)
{
    private const double Unset = -1;

    /// <summary>What is shown; demo only.</summary>
    public IScenario Scenario { get; init; } = ScenarioList.Demo;

    /// <summary>What goes wrong on demand, once all is set up; serve only.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>Whether clients are throttled at AWS's request quotas; serve only.</summary>
    public bool HasRequestQuotas { get; init; }

    /// <summary>How much of the time that AWS takes for changes of functions Lambda takes; serve only.</summary>
    public double Delays { get; init; } = 1;

    /// <summary>How the embedded AWS is to run.</summary>
    public StackOptions Stack => new(Speed, Traffic) { Port = Port, HasRequestQuotas = HasRequestQuotas };

    public static string Help { get; } = $$"""
        Canary.Local: canary rollouts of a Lambda function on an embedded AWS, without an account.

        dotnet run --project cli                    the demo: a good version is promoted, a bad one rolled back
        dotnet run --project cli -- demo --scenario S
                                                      the demo of something else: see below
        dotnet run --project cli -- serve           runs until it is stopped, and prints aws commands to try
        dotnet run --project cli -- --help          this

        Options
          --scenario S   what the demo shows. S is
        {{Indented(ScenarioList.Help)}}
          --speed N      simulated seconds in a real second, 1 to 100 (demo: 15, less where a scenario is better seen slowly; serve: 10)
          --traffic N    requests to the sample function in a real second, up to 500
                         (demo: 300 to 400, or 50 where the analysis is not what is shown; serve: 4 times the speed, 60 at most; 0 is none)
          --port N       where to listen, serve only (0, the default: a free one)
          --quotas       throttles at AWS's request quotas (in simulated seconds), serve only
          --delays N     how long Lambda takes, serve only, as a share of AWS's time (in simulated time): 3 s to create or update a function,
                         2 minutes to provision concurrency or to take a snapshot (1, the default: all of it; 0: none; 3 at most)
          --fault F      something that goes wrong, serve only; repeatable. F is
        {{Indented(FaultText.Help)}}

        The demo ends with 0 only if the good version was promoted, and the bad one rolled back by the analysis, before the alarm fired, with the alias exactly
        as before; a scenario only if it went as its line above says.
        """;

    /// <exception cref="UsageException">It cannot be understood. The message quotes what.</exception>
    public static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments.Any(argument => argument is "--help" or "-h" or "-?")) return new(Mode.Help, 0, 0, 0);
        var serves = arguments is ["serve", ..];
        var options = arguments is ["serve" or "demo", ..] ? 1 : 0;
        var faults = new List<string>();
        arguments = [.. arguments.SelectMany(Split)];
        var line = serves ? new CommandLine(Mode.Serve, 10, 0, Unset) : new CommandLine(Mode.Demo, Unset, 0, Unset);
        for (var i = options; i < arguments.Count; i += 2)
        {
            if (arguments[i] == "--quotas")
            {
                if (!serves) throw new UsageException("--quotas belongs to serve: the demo makes more calls in a second than AWS takes. Say: serve --quotas");
                line = line with { HasRequestQuotas = true };
                i--;
                continue;
            }
            var (name, value) = (arguments[i], i + 1 < arguments.Count ? arguments[i + 1] : null);
            line = name switch
            {
                "--speed" => line with { Speed = Number(name, value, 1, 100) },
                "--traffic" => line with { Traffic = Number(name, value, serves ? 0 : 1, 500) },
                "--port" when serves => line with { Port = (int)Number(name, value, 0, 65_535, whole: true) },
                "--scenario" when !serves => line with { Scenario = ScenarioList.Find(value) },
                "--scenario" => throw new UsageException("--scenario belongs to the demo. Say: demo --scenario S"),
                "--delays" when serves => line with { Delays = Number(name, value, 0, 3) },
                "--delays" => throw new UsageException("--delays belongs to serve: in the demo Lambda takes no time. Say: serve --delays N"),
                "--fault" when serves => line.Keep(faults, value),
                "--fault" => throw new UsageException("--fault belongs to serve: in the demo nothing else goes wrong. Say: serve --fault F"),
                "--port" => throw new UsageException("--port belongs to serve: the demo lets the system choose a port. Say: serve --port N"),
                "serve" or "demo" when options == 0 => throw new UsageException($"\"{name}\" comes first, its options after it. Say: {name} --speed N"),
                _ => throw new UsageException($"\"{name}\" is unknown{(serves ? " after serve" : "")}. --help lists what there is."),
            };
        }
        if (line.Speed == Unset) line = line with { Speed = line.Scenario.Speed };
        if (line.Traffic == Unset && !serves) line = line with { Traffic = line.Scenario.Traffic };
        // In a minute on the AWS side so many that a tenth of them, a fifth of which fails, is more than the alarm bears.
        if (line.Traffic == Unset) line = line with { Traffic = Math.Min(60, 4 * line.Speed) };
        return faults.Count == 0 ? line : line with { Faults = Read(faults) };
    }

    private static IReadOnlyList<Fault> Read(List<string> texts)
    {
        var problems = new List<string>();
        // Seeded, so that the same command line goes wrong in the same way.
        var faults = FaultText.Parse(texts, new Random(texts.Count), problems);
        return problems.Count == 0 ? faults : throw new UsageException($"--fault:\n  {string.Join("\n  ", problems)}\n--help tells how faults are written.");
    }

    private static string Indented(string text) => string.Join("\n", text.Split('\n').Select(line => $"    {line}"));

    private CommandLine Keep(List<string> faults, string? fault)
    {
        faults.Add(fault ?? throw new UsageException("--fault has no value. Say what goes wrong, such as --fault \"lambda:UpdateAlias throttle x3\"."));
        return this;
    }

    /// <summary>Both forms of an option are taken: <c>--name value</c> and <c>--name=value</c>.</summary>
    private static string[] Split(string argument) => argument.StartsWith("--", StringComparison.Ordinal) ? argument.Split('=', 2) : [argument];

    private static double Number(string name, string? value, double least, double most, bool whole = false)
    {
        var what = string.Create(CultureInfo.InvariantCulture, $"Give {(whole ? "a whole number" : "a number")} from {least} to {most}");
        if (value is null) throw new UsageException($"{name} has no value. {what}, such as {name} {least.ToString(CultureInfo.InvariantCulture)}.");
        var style = whole ? NumberStyles.None : NumberStyles.AllowDecimalPoint;
        return double.TryParse(value, style, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new UsageException($"{name} is \"{value}\". {what}.");
    }
}
