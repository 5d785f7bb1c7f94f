using Amazon.SecurityToken.Model;

namespace Canary.Cli.Aws;

/// <summary>Whose credentials these are, as STS says.</summary>
/// <param name="Account">The account's twelve digits.</param>
/// <param name="Arn">The user, or the role's session.</param>
internal sealed record Caller(string Account, string Arn)
{
    private const int Longest = 60;

    /// <summary>What SDKs call a session that nobody has named.</summary>
    private static readonly string[] Nobody =
        ["botocore-session-", "aws-sdk-", "aws-go-sdk-", "AWSCLI-Session", "dotnet-sdk", "i-"];

    /// <summary>Such as <c>aws</c> or <c>aws-cn</c>.</summary>
    public string Partition => Arn.Split(':') is [_, { Length: > 0 } partition, ..] ? partition : "aws";

    /// <summary>Who it is in a word, for <c>by</c>: a user, the name of a session, or the role where that says nothing.</summary>
    public string Name
    {
        get
        {
            var parts = Arn[(Arn.LastIndexOf(':') + 1)..].Split('/');
            var name = parts is ["assumed-role", var role, .., var session]
                ? Nobody.Any(word => session.StartsWith(word, StringComparison.Ordinal)) ? role : session
                : parts[^1];
            return name.Length <= Longest ? name : name[..Longest];
        }
    }

    /// <summary>Asks STS. Everybody may.</summary>
    public static async Task<Caller> AskAsync(AwsAccess aws, CancellationToken cancellationToken)
    {
        var identity = await aws.Sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancellationToken);
        return new(identity.Account, identity.Arn);
    }
}
