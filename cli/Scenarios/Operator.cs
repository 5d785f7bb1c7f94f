using Amazon.Lambda;
using Amazon.Lambda.Model;
using Canary.Cli.Setup;

namespace Canary.Cli.Scenarios;

/// <summary>What people do to the sample function with the aws command line, past Canary.</summary>
internal sealed class Operator(IAmazonLambda lambda)
{
    /// <summary>Publishes $LATEST as it is.</summary>
    /// <returns>The version's number.</returns>
    public async Task<string> PublishAsync(CancellationToken cancellationToken) =>
        (await lambda.PublishVersionAsync(
            new PublishVersionRequest { FunctionName = Sample.Function }, cancellationToken)).Version;

    /// <summary>Gives all of the alias's traffic to a version, whatever it was at.</summary>
    public Task SetAliasAsync(string version, CancellationToken cancellationToken) => lambda.UpdateAliasAsync(
        new UpdateAliasRequest
        {
            FunctionName = Sample.Function,
            Name = Sample.Alias,
            FunctionVersion = version,
            RoutingConfig = new() { AdditionalVersionWeights = [] },
        },
        cancellationToken);
}
