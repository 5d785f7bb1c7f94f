using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Functions;
using Canary.Local.Lambda.Model;
using Canary.Local.Sqs;

namespace Canary.Local.Lambda.EventSources;

/// <summary>What Lambda asks of a queue before it takes messages from it.</summary>
internal static class EventSourceRules
{
    /// <exception cref="Wire.AwsException">
    /// It is not there, or shows messages again before the function has had its time.
    /// </exception>
    public static void CheckQueue(FunctionStore store, SqsService? queues, EventSourceMapping mapping)
    {
        if (queues is null || !queues.Has(mapping.EventSourceArn))
        {
            throw LambdaErrors.Invalid(
                "Error occurred while ReceiveMessage. SQS Error Code: AWS.SimpleQueueService.NonExistentQueue. "
                + "SQS Error Message: The specified queue does not exist.");
        }
        var named = store.Parse(mapping.FunctionArn);
        var record = store.Functions[named.Name];
        var number = record.Aliases.GetValueOrDefault(named.Qualifier ?? "")?.FunctionVersion ?? named.Qualifier
            ?? VersionRecord.Latest;
        var timeout = record.Version(number)!.Definition.TimeoutSeconds;
        var hidden = queues.VisibilityOf(mapping.EventSourceArn);
        if (hidden < timeout)
            throw LambdaErrors.Invalid(
                $"Queue visibility timeout: {hidden} seconds is less than Function timeout: {timeout} seconds");
    }
}
