using Canary.Local.CloudWatch.Operations;
using Canary.Local.Events.Protocol;
using Canary.Local.Lambda.Protocol;
using Canary.Local.Sns.Protocol;
using Canary.Local.Sqs.Protocol;
using Canary.Local.StepFunctions.Protocol;

namespace Canary.Local.Faults;

/// <summary>The API calls that exist here, by IAM's prefix of their service.</summary>
internal static class KnownCalls
{
    public static readonly SortedDictionary<string, IReadOnlyList<string>> All = new(StringComparer.Ordinal)
    {
        ["cloudwatch"] = CloudWatchOperations.Names,
        ["events"] = EventsOperations.Names,
        ["lambda"] = LambdaWire.Operations,
        ["sns"] = SnsOperations.Names,
        ["sqs"] = SqsOperations.Names,
        ["states"] = Operations.Names,
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
