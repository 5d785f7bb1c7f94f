using Canary.Local.Deploy.Plan;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Deploy;

/// <summary>
/// Publishes functions as a deployment with AutoPublishAlias does. Versions stay: SAM retains them, and what runs may use them.
/// </summary>
internal sealed class PublishedVersions(LambdaService lambda)
{
    private const string Latest = "$LATEST";

    /// <summary>Publishes a function if its template has changed it, and gives the ARN of the version that it is at.</summary>
    public string Publish(string function, PublishedAs how)
    {
        var last = lambda.ListVersionsByFunction(function).LastOrDefault(version => version.Version != Latest);
        var latest = lambda.GetFunctionConfiguration(function);
        if (last is not null && !how.AnyChange && IsSame(last, latest)) return last.FunctionArn;
        var published = lambda.PublishVersion(function);
        if (published.Version != last?.Version) Point(function, how.Alias, published.Version);
        return published.FunctionArn;
    }

    // An alias that has to lead nowhere else stays as it is, as with CloudFormation, whoever has changed it meanwhile.
    private void Point(string function, string alias, string version)
    {
        if (lambda.ListAliases(function).Any(known => known.Name == alias))
            lambda.UpdateAlias(function, alias, new AliasUpdate(version, Weights: new Dictionary<string, double>()));
        else lambda.CreateAlias(function, alias, version);
    }

    private static bool IsSame(FunctionConfiguration version, FunctionConfiguration latest) =>
        version.CodeSha256 == latest.CodeSha256
        && version.Definition.MemoryMb == latest.Definition.MemoryMb
        && version.Definition.SnapStart == latest.Definition.SnapStart
        && version.Definition.Environment.Count == latest.Definition.Environment.Count
        && !version.Definition.Environment.Except(latest.Definition.Environment).Any();
}
