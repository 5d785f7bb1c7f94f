using System.Text.RegularExpressions;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.Sts.Api;

/// <summary>
/// STS as clients see it, as far as asking who one is: AWS Query. Any credentials will do here, and the access key id says who
/// somebody wants to be.
/// </summary>
/// <param name="account">Whose users they are.</param>
/// <param name="functionsKey">The access key id that functions sign with.</param>
public sealed partial class StsApi(AwsAccount account, string functionsKey) : IWireService
{
    private const int LongestName = 64;

    private static readonly QueryProtocol Protocol = new("sts", "2011-06-15", QueryCode);

    /// <summary>What there is of it.</summary>
    public static IReadOnlyList<string> Names { get; } = ["GetCallerIdentity"];

    /// <inheritdoc/>
    public bool Owns(HttpRequest request) => Protocol.Speaks(request);

    /// <inheritdoc/>
    public async Task AnswerAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            var key = AccessKeyId().Match(context.Request.Headers.Authorization.ToString());
            if (!key.Success)
                throw new AwsException(403, "MissingAuthenticationTokenException", "Request is missing Authentication Token");
            var (operation, _) = await Protocol.ReadAsync(context.Request);
            if (!Names.Contains(operation))
            {
                throw new AwsException(
                    400, "InvalidAction", $"Could not find operation {operation}: Canary.Local does not support it.");
            }
            await Protocol.WriteAsync(context.Response, operation, Identity(key.Groups["id"].Value));
        }
        catch (AwsException refusal)
        {
            await Protocol.WriteErrorAsync(context.Response, refusal);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ApiCall> ReadCallAsync(HttpRequest request)
    {
        try
        {
            return new ApiCall("sts", (await Protocol.ReadAsync(request)).Operation);
        }
        catch (AwsException)
        {
            // What cannot be read is answered as such, unless every call is to fail.
            return new ApiCall("sts", "");
        }
    }

    /// <inheritdoc/>
    public Task RefuseAsync(HttpContext context, AwsException refusal)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Protocol.WriteErrorAsync(context.Response, refusal);
    }

    private WireMap Identity(string key) => key == functionsKey
        ? new WireMap
        {
            { "Arn", $"arn:aws:sts::{account.Id}:assumed-role/canary-local/function" },
            { "UserId", "AROACANARYLOCALFUNC01:function" },
            { "Account", account.Id },
        }
        : new WireMap
        {
            { "Arn", $"arn:aws:iam::{account.Id}:user/{Name(key)}" },
            { "UserId", "AIDACANARYLOCALUSER01" },
            { "Account", account.Id },
        };

    // What IAM allows in a user's name.
    private static string Name(string key)
    {
        var name = NotInAName().Replace(key, "-");
        return name.Length <= LongestName ? name : name[..LongestName];
    }

    private static string QueryCode(string shape) => shape switch
    {
        "ThrottlingException" => "Throttling",
        "AccessDeniedException" => "AccessDenied",
        "ExpiredTokenException" => "ExpiredToken",
        "MissingAuthenticationTokenException" => "MissingAuthenticationToken",
        "SerializationException" => "MalformedInput",
        _ => shape,
    };

    [GeneratedRegex(@"Credential=(?<id>[^/]+)/")]
    private static partial Regex AccessKeyId();

    [GeneratedRegex(@"[^\w+=,.@-]", RegexOptions.ECMAScript)]
    private static partial Regex NotInAName();
}
