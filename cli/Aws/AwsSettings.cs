namespace Canary.Cli.Aws;

/// <summary>Which AWS a command is for, as its options and the environment say.</summary>
/// <param name="Stack">The name of Canary's stack.</param>
/// <param name="Profile">A profile of the shared files; null for what the environment offers.</param>
/// <param name="Region">The Region; null for that of the environment or the profile.</param>
/// <param name="Endpoint">Where all services answer; null for AWS itself.</param>
internal sealed record AwsSettings(string Stack, string? Profile = null, string? Region = null, Uri? Endpoint = null)
{
    /// <summary>What a stack is called unless somebody says otherwise.</summary>
    public const string UsualStack = "canary";

    /// <summary>Whether the endpoint is this machine, as the embedded AWS's is: there any credentials will do.</summary>
    public bool IsLocal => Endpoint is { IsLoopback: true };
}
