using Amazon.Lambda.Model;
using Canary.Aliases;
using Canary.Cli.Aws;

namespace Canary.Cli.Watching;

/// <summary>Reads an alias at Lambda.</summary>
internal sealed class AliasReader(AwsAccess aws)
{
    /// <summary>Where an alias that was read sends its traffic.</summary>
    public static AliasState StateOf(GetAliasResponse alias) =>
        alias.RoutingConfig?.AdditionalVersionWeights is { Count: > 0 } weights
            ? new(alias.FunctionVersion, weights.First().Key, weights.First().Value)
            : new(alias.FunctionVersion);

    /// <summary>The alias as it is now; null where there is none, as before a first deployment.</summary>
    public async Task<AliasState?> ReadAsync(string function, string name, CancellationToken cancellationToken)
    {
        try
        {
            return StateOf(
                await aws.Lambda.GetAliasAsync(new GetAliasRequest { FunctionName = function, Name = name }, cancellationToken));
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }
}
