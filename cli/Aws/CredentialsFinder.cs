using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Canary.Cli.CommandLine;

namespace Canary.Cli.Aws;

/// <summary>Finds credentials and Region where every AWS tool looks for them.</summary>
internal sealed class CredentialsFinder(AwsSettings settings)
{
    /// <summary>The Region that is named as such; where only this machine is asked, any will do.</summary>
    public string Region() =>
        settings.Region ?? Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION") ?? Profile()?.Region?.SystemName
        ?? (settings.IsLocal ? "us-east-1" : throw CommandFault.Unreachable(
            "No Region is given. Give one with --region, with AWS_REGION, or with region in the profile."));

    /// <summary>Those of the profile that is asked for; null for what the SDK finds by itself.</summary>
    public AWSCredentials? Find()
    {
        if (settings.Profile is { } name)
        {
            return new CredentialProfileStoreChain().TryGetAWSCredentials(name, out var found) ? found : throw Missing(name);
        }
        // The embedded AWS takes the key for a name: a newcomer needs no credentials, and is still somebody.
        return settings.IsLocal && Variable("AWS_ACCESS_KEY_ID") is null && Variable("AWS_PROFILE") is null
            ? new BasicAWSCredentials(Environment.UserName is { Length: > 0 } user ? user : "local", "local")
            : null;
    }

    private CredentialProfile? Profile()
    {
        var name = settings.Profile ?? Variable("AWS_PROFILE");
        if (new CredentialProfileStoreChain().TryGetProfile(name ?? "default", out var profile)) return profile;
        return settings.Profile is null ? null : throw Missing(settings.Profile);
    }

    private static CommandFault Missing(string profile) => CommandFault.Unreachable(
        $"There is no profile \"{profile}\" with credentials in ~/.aws/config or ~/.aws/credentials. "
        + "aws configure list-profiles lists what there is.");

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
