using Canary.Local.Wire;

namespace Canary.Local.Sqs.Errors;

/// <summary>
/// The errors that SQS answers with: each has a shape, and a code from the time when SQS spoke Query, which clients still know it
/// by.
/// </summary>
internal static class SqsErrors
{
    private const string Simple = "AWS.SimpleQueueService.";

    private static readonly Dictionary<string, string> QueryCodes = new()
    {
        ["QueueDoesNotExist"] = $"{Simple}NonExistentQueue",
        ["QueueNameExists"] = "QueueAlreadyExists",
        ["PurgeQueueInProgress"] = $"{Simple}PurgeQueueInProgress",
        ["EmptyBatchRequest"] = $"{Simple}EmptyBatchRequest",
        ["TooManyEntriesInBatchRequest"] = $"{Simple}TooManyEntriesInBatchRequest",
        ["BatchEntryIdsNotDistinct"] = $"{Simple}BatchEntryIdsNotDistinct",
        ["BatchRequestTooLong"] = $"{Simple}BatchRequestTooLong",
        ["InvalidBatchEntryId"] = $"{Simple}InvalidBatchEntryId",
        ["MessageNotInflight"] = $"{Simple}MessageNotInflight",
        ["UnsupportedOperation"] = $"{Simple}UnsupportedOperation",
        ["InvalidParameterValueException"] = "InvalidParameterValue",
        ["MissingRequiredParameterException"] = "MissingParameter",
        ["ThrottlingException"] = "RequestThrottled",
        ["AccessDeniedException"] = "AccessDenied",
        ["MissingAuthenticationTokenException"] = "MissingAuthenticationToken",
    };

    public static string QueryCode(string shape) => QueryCodes.GetValueOrDefault(shape, shape);

    /// <summary>What is no error of SQS's own comes from the door in front of all services.</summary>
    public static string Type(string shape) => shape.EndsWith("Exception", StringComparison.Ordinal)
        ? $"com.amazon.coral.service#{shape}"
        : $"com.amazonaws.sqs#{shape}";

    public static AwsException NoQueue() => new(400, "QueueDoesNotExist", "The specified queue does not exist.");

    public static AwsException Exists(string attribute) =>
        new(400, "QueueNameExists", $"A queue already exists with the same name and a different value for attribute {attribute}");

    public static AwsException Purging(string queue) =>
        new(403, "PurgeQueueInProgress", $"Only one PurgeQueue operation on {queue} is allowed every 60 seconds.");

    public static AwsException UnknownAttribute(string name) => new(400, "InvalidAttributeName", $"Unknown Attribute {name}.");

    public static AwsException AttributeValue(string name) => new(
        400, "InvalidAttributeValue", $"Invalid value for the parameter {name}.");

    public static AwsException Invalid(string message) => new(400, "InvalidParameterValueException", message);

    public static AwsException Value(string value, string parameter, string reason) =>
        Invalid($"Value {value} for parameter {parameter} is invalid. Reason: {reason}");

    public static AwsException Missing(string parameter) =>
        new(400, "MissingRequiredParameterException", $"The request must contain the parameter {parameter}.");

    public static AwsException Handle(string handle) =>
        new(400, "ReceiptHandleIsInvalid", $"The input receipt handle \"{handle}\" is not a valid receipt handle.");

    public static AwsException Contents() => new(
        400,
        "InvalidMessageContents",
        "Invalid characters found. Valid unicode characters are #x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD.");

    public static AwsException NotSupported(string what) => Invalid($"Canary.Local does not support {what}.");

    public static AwsException NotInFlight() => new(400, "MessageNotInflight", "The specified message isn't in flight.");

    public static AwsException EmptyBatch() =>
        new(400, "EmptyBatchRequest", "There should be at least one SendMessageBatchRequestEntry in the request.");

    public static AwsException TooManyEntries(int limit, int sent) => new(
        400,
        "TooManyEntriesInBatchRequest",
        $"Maximum number of entries per request are {limit}. You have sent {sent}.");

    public static AwsException EntryId() => new(
        400,
        "InvalidBatchEntryId",
        "A batch entry id can only contain alphanumeric characters, hyphens and underscores. "
        + "It can be at most 80 letters long.");

    public static AwsException EntryIdTwice(string id) => new(400, "BatchEntryIdsNotDistinct", $"Id {id} repeated.");
}
