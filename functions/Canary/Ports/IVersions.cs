using Canary.Errors;

namespace Canary.Ports;

/// <summary>The port to a function's versions.</summary>
public interface IVersions
{
    /// <summary>Describes a version, or $LATEST where <paramref name="version"/> is null; null when it does not exist.</summary>
    Task<FunctionVersion?> FindAsync(string functionName, string? version);

    /// <summary>Publishes $LATEST. Where it has not changed since the last time, Lambda answers that version.</summary>
    /// <exception cref="VersionNotReady">An update of $LATEST is in progress: ask again later.</exception>
    /// <exception cref="VersionFailed">The code does not have this hash.</exception>
    Task<FunctionVersion> PublishAsync(string functionName, string? codeSha256, string? description);
}
