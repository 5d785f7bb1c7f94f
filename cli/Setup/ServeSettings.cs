using Canary.Local.Faults;

namespace Canary.Cli.Setup;

/// <summary>What serve is asked for.</summary>
/// <param name="Stack">How the embedded AWS is to run.</param>
internal sealed record ServeSettings(StackOptions Stack)
{
    /// <summary>How much of the time that AWS takes for changes of functions Lambda takes.</summary>
    public double Delays { get; init; } = 1;

    /// <summary>What goes wrong on demand, once all is set up.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];
}
