namespace Canary.Cli.Doctor;

/// <summary>How something was found.</summary>
internal enum Sign
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>It may be meant so, and should be known.</summary>
    Doubtful,

    /// <summary>It has to be mended before rollouts can be trusted.</summary>
    Bad,
}
