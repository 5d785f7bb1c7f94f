using Amazon.Lambda;
using Amazon.Lambda.Model;
using Canary.Errors;
using Canary.Ports;

namespace Canary.Functions.Aws;

/// <summary>Provisioned concurrency, at AWS Lambda.</summary>
internal sealed class LambdaConcurrency(IAmazonLambda lambda) : IConcurrency
{
    public async Task<IReadOnlyList<ProvisionedConcurrency>> ListAsync(string functionName)
    {
        var all = new List<ProvisionedConcurrency>();
        var request = new ListProvisionedConcurrencyConfigsRequest { FunctionName = functionName };
        try
        {
            do
            {
                var page = await AwsCall.MakeAsync(() => lambda.ListProvisionedConcurrencyConfigsAsync(request));
                all.AddRange((page.ProvisionedConcurrencyConfigs ?? []).Select(one =>
                    Read(
                        one.FunctionArn.Split(':')[^1],
                        one.RequestedProvisionedConcurrentExecutions,
                        one.Status,
                        one.StatusReason)));
                request.Marker = page.NextMarker;
            }
            while (!string.IsNullOrEmpty(request.Marker));
        }
        catch (ResourceNotFoundException)
        {
            return [];
        }
        return all;
    }

    public async Task<ProvisionedConcurrency?> FindAsync(string functionName, string aliasName)
    {
        try
        {
            var request = new GetProvisionedConcurrencyConfigRequest { FunctionName = functionName, Qualifier = aliasName };
            var found = await AwsCall.MakeAsync(() => lambda.GetProvisionedConcurrencyConfigAsync(request));
            return Read(aliasName, found.RequestedProvisionedConcurrentExecutions, found.Status, found.StatusReason);
        }
        catch (ProvisionedConcurrencyConfigNotFoundException)
        {
            return null;
        }
    }

    public async Task PutAsync(string functionName, string aliasName, int requested)
    {
        try
        {
            await AwsCall.MakeAsync(() => lambda.PutProvisionedConcurrencyConfigAsync(new PutProvisionedConcurrencyConfigRequest
            {
                FunctionName = functionName,
                Qualifier = aliasName,
                ProvisionedConcurrentExecutions = requested,
            }));
        }
        catch (InvalidParameterValueException fault)
        {
            throw new ConcurrencyFailed(fault.Message);
        }
        catch (ResourceConflictException conflict)
        {
            throw Told(conflict);
        }
    }

    /// <summary>
    /// A version that is provisioned for another alias stays so. Everything else that conflicts is another operation, and passes.
    /// </summary>
    internal static Exception Told(ResourceConflictException conflict) =>
        conflict.Message.Contains("Provisioned", StringComparison.Ordinal)
            ? new ConcurrencyFailed(conflict.Message)
            : new CallFailed($"{conflict.ErrorCode}: {conflict.Message}");

    public Task DeleteAsync(string functionName, string aliasName) =>
        AwsCall.MakeAsync(() => lambda.DeleteProvisionedConcurrencyConfigAsync(
            new DeleteProvisionedConcurrencyConfigRequest { FunctionName = functionName, Qualifier = aliasName }));

    private static ProvisionedConcurrency Read(
        string qualifier, int? requested, ProvisionedConcurrencyStatusEnum status, string? reason) =>
        new(qualifier, requested ?? 0, status.Value, reason);
}
