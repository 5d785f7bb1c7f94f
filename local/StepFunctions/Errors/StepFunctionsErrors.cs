using Canary.Local.Wire;

namespace Canary.Local.StepFunctions.Errors;

/// <summary>The errors that Step Functions answers with.</summary>
internal static class StepFunctionsErrors
{
    public static AwsException InvalidName(string name) => new(400, "InvalidName", $"Invalid Name: '{name}'");

    public static AwsException InvalidArn(string what) => new(400, "InvalidArn", $"Invalid Arn: '{what}'");

    public static AwsException InvalidRoleArn(string arn) => new(400, "InvalidArn", $"Invalid Role Arn: '{arn}'");

    public static AwsException InvalidDefinition(string what) =>
        new(400, "InvalidDefinition", $"Invalid State Machine Definition: '{what}'");

    public static AwsException MachineExists(string arn) =>
        new(400, "StateMachineAlreadyExists", $"State Machine Already Exists: '{arn}'");

    public static AwsException NoMachine(string arn) => new(
        400, "StateMachineDoesNotExist", $"State Machine Does Not Exist: '{arn}'");

    public static AwsException TypeNotSupported(string type) => new(
        400, "StateMachineTypeNotSupported", $"Canary.Local does not support state machines of the type '{type}': use STANDARD.");

    public static AwsException NothingToUpdate() => new(
        400,
        "MissingRequiredParameter",
        "Either the definition, the role ARN, the LoggingConfiguration, or the TracingConfiguration must be specified");

    public static AwsException DescribesNoVersion() =>
        CommonErrors.Validation("Version description can only be set when publish is true");

    public static AwsException OtherRevision(string asked, string? current) => new(
        400,
        "ConflictException",
        $"Failed to publish the State Machine version for revision {asked}. "
        + $"The current State Machine revision is {current ?? "INITIAL"}.");

    public static AwsException VersionInUse(IEnumerable<string> aliases) => new(
        400,
        "ConflictException",
        "Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: "
        + $"[{string.Join(", ", aliases)}]");

    public static AwsException AliasExists() => new(
        400,
        "ConflictException",
        "Failed to create alias because an alias with the same name and a different routing configuration already exists.");

    public static AwsException NoResource() => new(
        400, "ResourceNotFound", "Request references a resource that does not exist.");

    // What follows is not recorded: the words are ours.
    public static AwsException TooMany(string what, int most) =>
        new(400, "ServiceQuotaExceededException", $"A state machine can have {most} {what}.");

    public static AwsException NotOfAVersion(string arn) =>
        CommonErrors.Validation($"The ARN must be of a state machine version. Received: {arn}");

    public static AwsException NotOfAnAlias(string arn) =>
        CommonErrors.Validation($"The ARN must be of a state machine alias. Received: {arn}");

    public static AwsException NoAliasChange() =>
        CommonErrors.Validation("Either the description or the routingConfiguration must be specified");

    public static AwsException InvalidInput(string what) =>
        new(400, "InvalidExecutionInput", $"Invalid State Machine Execution Input: '{what}'");

    public static AwsException ExecutionExists(string arn) => new(
        400, "ExecutionAlreadyExists", $"Execution Already Exists: '{arn}'");

    public static AwsException NoExecution(string arn) => new(400, "ExecutionDoesNotExist", $"Execution Does Not Exist: '{arn}'");

    public static AwsException NotRedrivable(string obstacle) =>
        new(400, "ExecutionNotRedrivable", $"Execution Not Redrivable: '{obstacle}'");

    public static AwsException InvalidOutput(string what) => new(400, "InvalidOutput", $"Invalid Output: '{what}'");

    public static AwsException InvalidToken() => new(400, "InvalidToken", "Invalid Token: 'Invalid token'");

    public static AwsException TaskTimedOut() => new(
        400, "TaskTimedOut", "Task Timed Out: 'Provided task does not exist anymore'");
}
