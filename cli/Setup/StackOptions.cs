namespace Canary.Cli.Setup;

/// <summary>How the embedded AWS is to run.</summary>
/// <param name="Speed">How many simulated seconds pass in a real one.</param>
/// <param name="Traffic">Requests to the sample function in a real second; 0 for none.</param>
internal sealed record StackOptions(double Speed, double Traffic)
{
    /// <summary>Where to listen; 0 lets the system choose.</summary>
    public int Port { get; init; }

    /// <summary>The folder of an unpacked release to deploy; null for what this program was built with.</summary>
    public string? Release { get; init; }

    /// <summary>Whether clients are throttled at AWS's request quotas.</summary>
    public bool HasRequestQuotas { get; init; }
}
