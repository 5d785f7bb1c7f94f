using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Lambda.Catalog;

/// <summary>What Lambda asks of a function's definition, and what this Lambda can run.</summary>
internal static partial class DefinitionRules
{
    private const int EnvironmentLimit = 4096;

    /// <summary>Not the model's, which allows an ARN of 140: a longer name is an InvalidParameterValueException.</summary>
    private const int NameLimit = 64;
    private const string Architectures = "Member must satisfy constraint: [Member must satisfy enum value set: [x86_64, arm64], Member must not be null]";

    /// <summary>Lambda developer guide, "Defined runtime environment variables", those marked as reserved.</summary>
    private static readonly HashSet<string> Reserved =
    [
        "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_DEFAULT_REGION", "AWS_REGION", "AWS_EXECUTION_ENV", "AWS_LAMBDA_FUNCTION_NAME",
        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME",
        "AWS_LAMBDA_LOG_STREAM_NAME", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
        "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR",
    ];

    public static void Check(FunctionDefinition definition)
    {
        new Constraints()
            .Length("functionName", definition.Name, 1, int.MaxValue)
            .Pattern(Name().IsMatch(definition.Name), "functionName", definition.Name, "[a-zA-Z0-9-_]+")
            .Pattern(Role().IsMatch(definition.Role), "role", definition.Role, @"arn:(aws[a-zA-Z-]*)?:iam::\d{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+")
            .Length("handler", definition.Handler, 0, 128)
            .Pattern(Handler().IsMatch(definition.Handler), "handler", definition.Handler, @"[^\s]+")
            .Length("description", definition.Description, 0, 256)
            .Range("timeout", definition.TimeoutSeconds, 1, 900)
            .Range("memorySize", definition.MemoryMb, 128, 10240)
            .That(!IsSeveral(definition.Architecture), "architectures", $"[{definition.Architecture}]", "Member must have length less than or equal to 1")
            .That(IsSeveral(definition.Architecture) || definition.Architecture is "x86_64" or "arm64", "architectures", $"[{definition.Architecture}]", Architectures)
            .Check();
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
                throw LambdaErrors.Unsupported($"the class library handler '{handler}': name an executable assembly, without '::'");
            case "dotnet8" or "dotnet10" or "provided.al2023":
                return;
            default:
                throw LambdaErrors.Unsupported($"the runtime '{runtime}': use dotnet10, dotnet8 or provided.al2023");
        }
    }

    private static void CheckNetwork(FunctionDefinition definition)
    {
        if (definition.SnapStart && (definition.IsImage || definition.Runtime == "provided.al2023"))
            throw LambdaErrors.Invalid($"{(definition.IsImage ? "Image" : definition.Runtime)} is not supported for SnapStart enabled functions.");
        if (definition.Vpc is not { } vpc) return;
        new Constraints()
            .That(vpc.SubnetIds.All(SubnetId().IsMatch), "vpcConfig.subnetIds", Shown(vpc.SubnetIds), Ids("subnet-[0-9a-z]*"))
            .That(vpc.SecurityGroupIds.All(SecurityGroupId().IsMatch), "vpcConfig.securityGroupIds", Shown(vpc.SecurityGroupIds), Ids("sg-[0-9a-zA-Z]*"))
            .That(vpc.SubnetIds.Count <= 16, "vpcConfig.subnetIds", vpc.SubnetIds.Count, "Member must have length less than or equal to 16")
            .That(vpc.SecurityGroupIds.Count <= 5, "vpcConfig.securityGroupIds", vpc.SecurityGroupIds.Count, "Member must have length less than or equal to 5")
            .Check();
        if (vpc.SubnetIds.Count == 0 || vpc.SecurityGroupIds.Count == 0)
            throw LambdaErrors.Invalid("SubnetIds and SecurityGroupIds must coexist or be both empty list.");
    }

    private static string Shown(IEnumerable<string> ids) => $"[{string.Join(", ", ids)}]";

    private static string Ids(string pattern) =>
        "Member must satisfy constraint: [Member must have length less than or equal to 1024, Member must have length greater than or equal to 0, "
        + $"Member must satisfy regular expression pattern: {pattern}]";

    private static void CheckEnvironment(IReadOnlyDictionary<string, string> environment)
    {
        const string VariableNames = "Map keys must satisfy constraint: [Member must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+]";
        const string Unable = "Lambda was unable to configure your environment variables because the environment variables you have provided";
        var reserved = environment.Keys.Where(Reserved.Contains).Order(StringComparer.Ordinal).ToList();
        if (reserved.Count > 0)
        {
            throw LambdaErrors.Invalid(
                $"{Unable} contains reserved keys that are currently not supported for modification. "
                + $"Reserved keys used in this request: {string.Join(", ", reserved)}");
        }
        foreach (var key in environment.Keys)
        {
            new Constraints().That(VariableName().IsMatch(key), "environment.variables", $"{{{key}=...}}", VariableNames).Check();
        }
        // The operating system ends a variable at a NUL: the function would see less than was set.
        if (environment.FirstOrDefault(variable => variable.Value.Contains('\0')) is { Key: { } cut, Value: var value })
            throw LambdaErrors.Invalid($"{Unable} contains a NUL character in {cut}='{value.Replace("\0", "\\0", StringComparison.Ordinal)}'. Remove it.");
        var measured = JsonSerializer.Serialize(environment);
        if (Encoding.UTF8.GetByteCount(measured) > EnvironmentLimit) throw LambdaErrors.Invalid($"{Unable} exceeded the 4KB limit. String measured: {measured}");
    }

    [GeneratedRegex(@"^[a-zA-Z0-9-_]+\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^arn:(aws[a-zA-Z-]*)?:iam::[0-9]{12}:role/?[a-zA-Z_0-9+=,.@\-_/]+\z")]
    private static partial Regex Role();

    [GeneratedRegex(@"^[^\s]+\z")]
    private static partial Regex Handler();

    [GeneratedRegex(@"^[a-zA-Z]([a-zA-Z0-9_])+\z")]
    private static partial Regex VariableName();

    [GeneratedRegex(@"^subnet-[0-9a-z]{0,1017}\z")]
    private static partial Regex SubnetId();

    [GeneratedRegex(@"^sg-[0-9a-zA-Z]{0,1021}\z")]
    private static partial Regex SecurityGroupId();

    [GeneratedRegex(@"^arn:aws[a-zA-Z-]*:(sqs|sns):[a-z0-9-]+:[0-9]{12}:.+\z")]
    private static partial Regex DeadLetter();
}
