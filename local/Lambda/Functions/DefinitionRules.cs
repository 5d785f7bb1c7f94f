using System.Text.RegularExpressions;
using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Functions;

/// <summary>What Lambda asks of a function's definition, and what this Lambda can run.</summary>
internal static partial class DefinitionRules
{
    private const int EnvironmentLimit = 4096;

    /// <summary>Not the model's, which allows an ARN of 140: a longer name is an InvalidParameterValueException.</summary>
    private const int NameLimit = 64;
    private const string Architectures =
        "Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]";

    /// <summary>Lambda developer guide, "Defined runtime environment variables", those marked as reserved.</summary>
    private static readonly HashSet<string> Reserved =
    [
        "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE",
        "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY",
        "AWS_SESSION_TOKEN", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
    ];

    public static void Check(FunctionDefinition definition)
    {
        new MemberConstraints()
            .Length("functionName", definition.Name, 1, int.MaxValue)
            .Pattern(Name().IsMatch(definition.Name), "functionName", definition.Name, "[a-zA-Z0-9-_]+")
            .Pattern(
                Role().IsMatch(definition.Role),
                "role",
                definition.Role,
                @"arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+")
            .Length("handler", definition.Handler, 0, 128)
            .Pattern(Handler().IsMatch(definition.Handler), "handler", definition.Handler, @"[^\s]+")
            .Length("description", definition.Description, 0, 256)
            .Range("timeout", definition.TimeoutSeconds, 1, 900)
            .Range("memorySize", definition.MemoryMb, 128, 10240)
            .That(
                !IsSeveral(definition.Architecture),
                "architectures",
                $"[{definition.Architecture}]",
                "Member must have length less than or equal to 1")
            .That(
                IsSeveral(definition.Architecture) || definition.Architecture is "x86_64" or "arm64",
                "architectures",
                $"[{definition.Architecture}]",
                Architectures)
            .ThrowIfAny();
        if (definition.Name.Length > NameLimit)
        {
            throw LambdaErrors.Invalid(
                $"1 validation error detected: Value '{definition.Name}' at 'functionName' failed to satisfy constraint: "
                + $"Member must have length less than or equal to {NameLimit}");
        }
        CheckRuntime(definition.Runtime, definition.Handler);
        CheckEnvironment(definition.Environment);
        CheckNetwork(definition);
        if (definition.DeadLetterTarget is { } target && !DeadLetter().IsMatch(target))
            throw LambdaErrors.Invalid($"The provided target '{target}' is no ARN of an SQS queue or an SNS topic.");
    }

    private static bool IsSeveral(string architecture) => architecture.Contains(',', StringComparison.Ordinal);

    private static void CheckRuntime(string runtime, string handler)
    {
        switch (runtime)
        {
            case "dotnet8" or "dotnet10" when handler.Contains("::", StringComparison.Ordinal):
                throw LambdaErrors.Unsupported(
                    $"the class library handler '{handler}': name an executable assembly, without '::'");
            case "dotnet8" or "dotnet10" or "provided.al2023":
                return;
            default:
                throw LambdaErrors.Unsupported($"the runtime '{runtime}': use dotnet10, dotnet8 or provided.al2023");
        }
    }

    [GeneratedRegex(@"^[a-zA-Z0-9-_]+\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^arn:(aws[a-zA-Z-]*)?:iam::[0-9]{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+\z")]
    private static partial Regex Role();

    [GeneratedRegex(@"^[^\s]+\z")]
    private static partial Regex Handler();

    [GeneratedRegex(@"^arn:aws[a-zA-Z-]*:(sqs|sns):[a-z0-9-]+:[0-9]{12}:.+\z")]
    private static partial Regex DeadLetter();
}
