using Canary.Local.CloudWatch.Api;
using Canary.Local.Events.Api;
using Canary.Local.Faults;
using Canary.Local.Lambda.Api;
using Canary.Local.Sns.Api;
using Canary.Local.Sqs.Api;
using Canary.Local.StepFunctions.Api;
using Canary.Local.Sts.Api;

namespace Canary.Local;

/// <summary>The API calls of all services here: where a fault can strike.</summary>
internal static class EmulatedCalls
{
    /// <summary>By IAM's prefixes of the services.</summary>
    public static KnownCalls All { get; } = new(new Dictionary<string, IReadOnlyList<string>>
    {
        ["cloudwatch"] = CloudWatchOperations.Names,
        ["events"] = EventsOperations.Names,
        ["lambda"] = LambdaOperations.Names,
        ["sns"] = SnsOperations.Names,
        ["sqs"] = SqsOperations.Names,
        ["states"] = StepFunctionsOperations.Names,
        ["sts"] = StsApi.Names,
    });
}
