using System.CommandLine;
using Canary.Cli.CommandLine;
using Canary.Cli.Setup;

namespace Canary.Cli.Commands;

/// <summary><c>canary serve</c>.</summary>
internal sealed class ServeCommand : Command
{
    private readonly NumberOption _port =
        new("--port", 0, 65_535, "Where to listen; 0 is a free port. Default: 0", isWhole: true);

    private readonly NumberOption _speed = new("--speed", 1, 100, "Simulated seconds in a real one, 1 to 100. Default: 10");

    private readonly NumberOption _traffic = new(
        "--traffic", 0, 500,
        "Requests to the sample function in a real second, up to 500; 0 is none. Default: 4 times the speed, 60 at most");

    private readonly NumberOption _delays = new(
        "--delays", 0, 3,
        "How long Lambda takes, as a share of AWS's time, 0 to 3. "
        + "AWS's is 3 s to create or update a function, 2 minutes to provision "
        + "concurrency or to take a snapshot. Default: 1");

    private readonly Option<bool> _quotas = new("--quotas")
    {
        Arity = ArgumentArity.Zero,
        Description = "Throttles at AWS's request quotas (in simulated seconds)",
    };

    private readonly TextOption _release = new(
        "--release",
        "FOLDER",
        "Deploys the release that is unpacked there, with its compiled Lambdas, in place of this program's own",
        "canary-x86_64");

    private readonly FaultOption _faults = new();

    public ServeCommand() : base("serve", "Runs the embedded AWS until it is stopped, and prints aws commands to try")
    {
        Add(_port);
        Add(_speed);
        Add(_traffic);
        Add(_delays);
        Add(_quotas);
        Add(_release);
        Add(_faults);
        Add(new ForeignOption("--scenario", "the demo. Say: canary demo S"));
        SetAction((line, interrupted) => ServeSession.RunAsync(Settings(line), line.InvocationConfiguration.Output, interrupted));
    }

    /// <summary>What the line asks for.</summary>
    public ServeSettings Settings(ParseResult line)
    {
        var speed = line.GetValue(_speed) ?? 10;
        // In a minute on the AWS side so many that a tenth of them, a fifth of which fails, is more than the alarm bears.
        var traffic = line.GetValue(_traffic) ?? Math.Min(60, 4 * speed);
        return new(new StackOptions(speed, traffic)
        {
            Port = (int)(line.GetValue(_port) ?? 0),
            Release = line.GetValue(_release),
            HasRequestQuotas = line.GetValue(_quotas),
        })
        {
            Delays = line.GetValue(_delays) ?? 1,
            Faults = line.GetValue(_faults) ?? [],
        };
    }
}
