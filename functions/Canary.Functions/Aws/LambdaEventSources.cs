using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Canary.Errors;
using Canary.Ports;

namespace Canary.Functions.Aws;

/// <summary>Event source mappings, at AWS Lambda.</summary>
internal sealed class LambdaEventSources(IAmazonLambda lambda) : IEventSources
{
    public async Task<IReadOnlyList<EventSource>?> ListAsync(string functionName, string aliasName)
    {
        try
        {
            // One page holds a hundred. It is one call, and never a second.
            var request = new ListEventSourceMappingsRequest { FunctionName = $"{functionName}:{aliasName}" };
            var page = await AwsCall.MakeAsync(() => lambda.ListEventSourceMappingsAsync(request));
            return [.. (page.EventSourceMappings ?? []).Select(Read)];
        }
        catch (Exception fault) when (fault is AccessDenied or Throttled or CallFailed or AmazonServiceException)
        {
            return null;
        }
    }

    private static EventSource Read(EventSourceMappingConfiguration mapping) => new(mapping.EventSourceArn)
    {
        IsEnabled = mapping.State is not ("Disabled" or "Disabling" or "Deleting"),
        WindowSeconds = mapping.MaximumBatchingWindowInSeconds ?? 0,
        TumblingSeconds = mapping.TumblingWindowInSeconds ?? 0,
        // Lambda writes -1 for ever.
        Retries = mapping.MaximumRetryAttempts is >= 0 and var retries ? retries : null,
        HasDestination = mapping.DestinationConfig?.OnFailure?.Destination is not null,
        ReportsItems = mapping.FunctionResponseTypes?.Contains("ReportBatchItemFailures") == true,
    };
}
