namespace Canary.Cli.Commands;

/// <summary>What the program was asked to do.</summary>
internal enum Mode
{
    /// <summary>Show two rollouts and end.</summary>
    Demo,

    /// <summary>Run until it is stopped.</summary>
    Serve,

    /// <summary>Tell how it is used.</summary>
    Help,
}
