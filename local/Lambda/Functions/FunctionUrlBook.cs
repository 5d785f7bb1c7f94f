using System.Text.RegularExpressions;
using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Functions;

/// <summary>
/// The verbs on function URLs, of a function or an alias. By itself a URL leaves the alias's revision alone, as far as any record
/// shows; the permission that goes with a public one is what changes it.
/// </summary>
internal sealed partial class FunctionUrlBook(FunctionStore store)
{
    private const string Pattern = @"((?!^\d+$)^[0-9a-zA-Z-_]+$)";

    public FunctionUrl Create(string function, string? qualifier, string authType, string? invokeMode)
    {
        Check(authType, invokeMode);
        lock (store.Gate)
        {
            var (record, named) = RequireFunction(function, qualifier);
            var arn = store.Arn(named.Name, named.Qualifier);
            if (record.Urls.ContainsKey(named.Qualifier ?? ""))
            {
                throw LambdaErrors.Conflict(
                    $"Failed to create function url config for [functionArn = {arn}]. Error message:  "
                    + "FunctionUrlConfig exists for this Lambda function");
            }
            var url = $"https://{Guid.NewGuid():n}.lambda-url.{store.Account.Region}.on.aws/";
            return record.Urls[named.Qualifier ?? ""] = new FunctionUrl(
                arn, url, authType, invokeMode ?? "BUFFERED", store.Now, store.Now);
        }
    }

    public FunctionUrl Update(string function, string? qualifier, string? authType, string? invokeMode)
    {
        Check(authType, invokeMode);
        lock (store.Gate)
        {
            var (record, named) = RequireFunction(function, qualifier);
            var old = record.Urls.GetValueOrDefault(named.Qualifier ?? "") ?? throw NotFound();
            return record.Urls[named.Qualifier ?? ""] = old with
            {
                AuthType = authType ?? old.AuthType,
                InvokeMode = invokeMode ?? old.InvokeMode,
                Modified = store.Now,
            };
        }
    }

    public FunctionUrl Get(string function, string? qualifier)
    {
        lock (store.Gate)
        {
            var named = Parse(function, qualifier);
            return store.Functions.GetValueOrDefault(named.Name)?.Urls.GetValueOrDefault(named.Qualifier ?? "")
                ?? throw NotFound();
        }
    }

    public void Delete(string function, string? qualifier)
    {
        lock (store.Gate)
        {
            var named = Parse(function, qualifier);
            if (store.Functions.GetValueOrDefault(named.Name)?.Urls.Remove(named.Qualifier ?? "") is not true) throw NotFound();
        }
    }

    public IReadOnlyList<FunctionUrl> List(string function)
    {
        lock (store.Gate) return [.. RequireFunction(function, null).Record.Urls.Values];
    }

    private (FunctionRecord Record, FunctionReference Named) RequireFunction(string function, string? qualifier)
    {
        var named = Parse(function, qualifier);
        var record = store.Functions.GetValueOrDefault(named.Name);
        return record is not null && (named.Qualifier is null || record.Aliases.ContainsKey(named.Qualifier))
            ? (record, named)
            : throw LambdaErrors.NotFound("Function does not exist");
    }

    /// <summary>Only a function or an alias has a URL.</summary>
    private FunctionReference Parse(string function, string? qualifier)
    {
        new MemberConstraints()
            .Pattern(qualifier is null || AliasName().IsMatch(qualifier), "qualifier", qualifier, Pattern)
            .ThrowIfAny();
        return store.Parse(function, qualifier);
    }

    private static void Check(string? authType, string? invokeMode) => new MemberConstraints()
        .That(
            authType is null or "NONE" or "AWS_IAM", "authType", authType, "Member must satisfy enum value set: [NONE, AWS_IAM]")
        .That(
            invokeMode is null or "BUFFERED" or "RESPONSE_STREAM",
            "invokeMode",
            invokeMode,
            "Member must satisfy enum value set: [RESPONSE_STREAM, BUFFERED]")
        .ThrowIfAny();

    private static AwsException NotFound() => LambdaErrors.NotFound("The resource you requested does not exist.");

    [GeneratedRegex(@"^(?![0-9]+\z)[0-9a-zA-Z-_]+\z")]
    private static partial Regex AliasName();
}
