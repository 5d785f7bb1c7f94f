using Canary.Local.Wire;

namespace Canary.Local.Events.Errors;

/// <summary>The errors that EventBridge answers with.</summary>
internal static class EventsErrors
{
    public static AwsException Validation(string message) => new(400, "ValidationException", message);

    public static AwsException Pattern(string reason) => new(
        400, "InvalidEventPatternException", $"Event pattern is not valid. Reason: {reason}");

    public static AwsException NoRule(string name, string bus) =>
        new(400, "ResourceNotFoundException", $"Rule {name} does not exist on EventBus {bus}.");

    public static AwsException TooMany() => new(
        400, "LimitExceededException", "The requested resource exceeds the maximum number allowed.");

    public static AwsException NotSupported(string what) => Validation($"Canary.Local does not support {what}.");
}
