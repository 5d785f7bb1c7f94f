using Amazon.Lambda;
using Amazon.Lambda.Model;
using Canary.Errors;
using Canary.Ports;

// The AWS SDK has a type of this name too, in Amazon.Lambda.
using FunctionVersion = Canary.Ports.FunctionVersion;

namespace Canary.Functions.Aws;

/// <summary>Versions, at AWS Lambda.</summary>
internal sealed class LambdaVersions(IAmazonLambda lambda) : IVersions
{
    public async Task<FunctionVersion?> FindAsync(string functionName, string? version)
    {
        try
        {
            // GetFunction has a quota of its own, 100 calls a second, where all other control-plane calls share 15.
            var function = await AwsCall.MakeAsync(
                () => lambda.GetFunctionAsync(new GetFunctionRequest { FunctionName = functionName, Qualifier = version }));
            var found = function.Configuration;
            return new(found.Version, found.CodeSha256, found.State?.Value, found.LastUpdateStatus?.Value, found.StateReason
                ?? found.LastUpdateStatusReason)
            {
                Role = found.Role,
                DeadLetterTarget = found.DeadLetterConfig?.TargetArn,
                SlowStart = SlowStart(found),
                TimeoutSeconds = found.Timeout,
                Network = Network(found.VpcConfig),
                Reserved = function.Concurrency?.ReservedConcurrentExecutions,
                IsDurable = found.DurableConfig is not null,
            };
        }
        catch (ResourceNotFoundException)
        {
            return null;
        }
    }

    public async Task<FunctionVersion> PublishAsync(string functionName, string? codeSha256, string? description)
    {
        try
        {
            var request =
                new PublishVersionRequest { FunctionName = functionName, CodeSha256 = codeSha256, Description = description };
            var published = await AwsCall.MakeAsync(() => lambda.PublishVersionAsync(request));
            return new(
                published.Version,
                published.CodeSha256,
                published.State?.Value,
                published.LastUpdateStatus?.Value,
                published.StateReason);
        }
        catch (ResourceConflictException conflict)
        {
            // An update of $LATEST is still in progress: with an image or a VPC that takes minutes.
            throw new VersionNotReady(conflict.Message);
        }
        catch (InvalidParameterValueException fault)
        {
            // The code is not what the input demands: it was changed after the plan.
            throw new VersionFailed(fault.Message);
        }
    }

    private static string? Network(VpcConfigDetail? vpc) => vpc?.SubnetIds is { Count: > 0 } subnets
        ? string.Join(", ", subnets.Order().Concat((vpc.SecurityGroupIds ?? []).Order()))
        : null;

    private static string? SlowStart(FunctionConfiguration found) =>
        found.SnapStart?.ApplyOn == SnapStartApplyOn.PublishedVersions
            ? "SnapStart takes its snapshot first, in about two minutes"
        : found.PackageType == PackageType.Image ? "Lambda may have to optimize its image first"
        : found.VpcConfig?.SubnetIds is { Count: > 0 } ? "Lambda may have to build its network interfaces first"
        : null;
}
