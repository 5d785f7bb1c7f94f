using Amazon.Lambda.Model;
using Canary.Aliases;
using Canary.Cli.Aws;

namespace Canary.Cli.Watching;

/// <summary>Reads an alias at Lambda.</summary>
internal sealed class AliasReader(AwsAccess aws)
{
    /// <summary>The alias as it is now; null where there is none, as before a first deployment.</summary>
    public async Task<AliasState?> ReadAsync(string function, string name, CancellationToken cancellationToken)
    {
        try
        {
            var alias =
                await aws.Lambda.GetAliasAsync(new GetAliasRequest { FunctionName = function, Name = name }, cancellationToken);
            var weights = alias.RoutingConfig?.AdditionalVersionWeights;
            return weights is not { Count: > 0 }
                ? new(alias.FunctionVersion)
                : new(alias.FunctionVersion, weights.First().Key, weights.First().Value);
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }
}
