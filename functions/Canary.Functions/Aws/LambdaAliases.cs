using Amazon.Lambda;
using Amazon.Lambda.Model;
using Canary.Aliases;
using Canary.Errors;
using Canary.Ports;

namespace Canary.Functions.Aws;

/// <summary>Aliases, at AWS Lambda.</summary>
internal sealed class LambdaAliases(IAmazonLambda lambda) : IAliases
{
    public async Task<Alias?> FindAsync(string functionName, string aliasName)
    {
        try
        {
            var alias = await AwsCall.MakeAsync(
                () => lambda.GetAliasAsync(new GetAliasRequest { FunctionName = functionName, Name = aliasName }));
            return Read(alias.FunctionVersion, alias.RoutingConfig, alias.RevisionId, alias.Description);
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    public Task<Alias?> DescribeAsync(string functionName, string aliasName, string description, string revisionId) =>
        UpdateAsync(new UpdateAliasRequest
        {
            FunctionName = functionName,
            Name = aliasName,
            Description = description,
            RevisionId = revisionId,
        });

    public Task<Alias?> UpdateAsync(string functionName, string aliasName, AliasWrite write, string revisionId) =>
        UpdateAsync(new UpdateAliasRequest
        {
            FunctionName = functionName,
            Name = aliasName,
            FunctionVersion = write.State.Version,
            // Always sent: UpdateAlias keeps the old weights where this is absent, and an empty one clears them.
            RoutingConfig = new AliasRoutingConfiguration { AdditionalVersionWeights = Weights(write.State) },
            Description = write.Description,
            RevisionId = revisionId,
        });

    public async Task<Alias?> CreateAsync(string functionName, string aliasName, AliasWrite write)
    {
        try
        {
            var alias = await AwsCall.MakeAsync(() => lambda.CreateAliasAsync(new CreateAliasRequest
            {
                FunctionName = functionName,
                Name = aliasName,
                FunctionVersion = write.State.Version,
                Description = write.Description,
            }));
            return Read(alias.FunctionVersion, alias.RoutingConfig, alias.RevisionId, alias.Description);
        }
        catch (ResourceConflictException)
        {
            return null;
        }
        catch (ResourceNotFoundException fault)
        {
            throw new VersionGone(fault.Message);
        }
    }

    private async Task<Alias?> UpdateAsync(UpdateAliasRequest request)
    {
        try
        {
            var alias = await AwsCall.MakeAsync(() => lambda.UpdateAliasAsync(request));
            return Read(alias.FunctionVersion, alias.RoutingConfig, alias.RevisionId, alias.Description);
        }
        catch (PreconditionFailedException)
        {
            return null;
        }
        catch (ResourceNotFoundException fault)
        {
            throw new VersionGone(fault.Message);
        }
        catch (InvalidParameterValueException fault) when (fault.Message.Contains(
            "Provisioned Concurrency", StringComparison.Ordinal))
        {
            throw new AliasShifting(fault.Message);
        }
        catch (ResourceConflictException conflict)
        {
            throw LambdaConcurrency.Told(conflict);
        }
    }

    private static Dictionary<string, double> Weights(AliasState wanted) =>
        wanted.AdditionalVersion is { } version ? new() { [version] = wanted.AdditionalWeight } : [];

    private static Alias Read(string version, AliasRoutingConfiguration? routing, string revisionId, string? description) =>
        routing?.AdditionalVersionWeights is { Count: > 0 } weights
            ? new(new(version, weights.First().Key, weights.First().Value), revisionId, description ?? "")
            : new(new(version), revisionId, description ?? "");
}
