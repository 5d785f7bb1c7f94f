using Canary.Local.CloudWatch.Api;
using Canary.Local.Events.Api;
using Canary.Local.Lambda.Api;
using Canary.Local.Sns.Api;
using Canary.Local.Sqs.Api;
using Canary.Local.StepFunctions.Api;
using Canary.Local.Wire;

namespace Canary.Local.Faults;

/// <summary>The API calls that exist here, by IAM's prefix of their service.</summary>
internal static class KnownCalls
{
    public static readonly SortedDictionary<string, IReadOnlyList<string>> All = new(StringComparer.Ordinal)
    {
        ["cloudwatch"] = CloudWatchOperations.Names,
        ["events"] = EventsOperations.Names,
        ["lambda"] = LambdaApi.Operations,
        ["sns"] = SnsOperations.Names,
        ["sqs"] = SqsOperations.Names,
        ["states"] = StepFunctionsOperations.Names,
    };

    /// <summary>What is wrong with a place, in words that list what there is; null if nothing is.</summary>
    public static string? Problem(string service, string operation)
    {
        if (service is ApiCall.Function or ApiCall.Metric) return null;
        if (!All.TryGetValue(service, out var operations))
            return $"there is no \"{service}\": {string.Join(", ", All.Keys)}, {ApiCall.Function} and {ApiCall.Metric} are there";
        return operation == "*" || operations.Contains(operation)
            ? null
            : $"{service} has no \"{operation}\" here, but {string.Join(", ", operations)}, or * for any";
    }
}
