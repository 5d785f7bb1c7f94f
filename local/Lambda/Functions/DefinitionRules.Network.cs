using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Functions;

// The network and the variables.
internal static partial class DefinitionRules
{
    private static void CheckNetwork(FunctionDefinition definition)
    {
        if (definition.SnapStart && (definition.IsImage || definition.Runtime == "provided.al2023"))
            throw LambdaErrors.Invalid(
                $"{(definition.IsImage ? "Image" : definition.Runtime)} is not supported for SnapStart enabled functions.");
        if (definition.Vpc is not { } vpc) return;
        new MemberConstraints()
            .That(vpc.SubnetIds.All(SubnetId().IsMatch), "vpcConfig.subnetIds", Shown(vpc.SubnetIds), Ids("subnet-[0-9a-z]*"))
            .That(
                vpc.SecurityGroupIds.All(SecurityGroupId().IsMatch),
                "vpcConfig.securityGroupIds",
                Shown(vpc.SecurityGroupIds),
                Ids("sg-[0-9a-zA-Z]*"))
            .That(
                vpc.SubnetIds.Count <= 16,
                "vpcConfig.subnetIds",
                vpc.SubnetIds.Count,
                "Member must have length less than or equal to 16")
            .That(
                vpc.SecurityGroupIds.Count <= 5,
                "vpcConfig.securityGroupIds",
                vpc.SecurityGroupIds.Count,
                "Member must have length less than or equal to 5")
            .ThrowIfAny();
        if (vpc.SubnetIds.Count == 0 || vpc.SecurityGroupIds.Count == 0)
            throw LambdaErrors.Invalid("SubnetIds and SecurityGroupIds must coexist or be both empty list.");
    }

    private static string Shown(IEnumerable<string> ids) => $"[{string.Join(", ", ids)}]";

    private static string Ids(string pattern) =>
        "Member must satisfy constraint: [Member must have length less than or equal to 1024, Member must have "
        + "length greater than or equal to 0, "
        + $"Member must satisfy regular expression pattern: {pattern}]";

    private static void CheckEnvironment(IReadOnlyDictionary<string, string> environment)
    {
        const string VariableNames =
            "Map keys must satisfy constraint: [Member must satisfy regular expression pattern: [a-zA-Z]([a-zA-Z0-9_])+]";
        const string Unable =
            "Lambda was unable to configure your environment variables because the environment variables you have provided";
        var reserved = environment.Keys.Where(Reserved.Contains).Order(StringComparer.Ordinal).ToList();
        if (reserved.Count > 0)
        {
            throw LambdaErrors.Invalid(
                $"{Unable} contains reserved keys that are currently not supported for modification. "
                + $"Reserved keys used in this request: {string.Join(", ", reserved)}");
        }
        foreach (var key in environment.Keys)
        {
            new MemberConstraints()
                .That(VariableName().IsMatch(key), "environment.variables", $"{{{key}=...}}", VariableNames)
                .ThrowIfAny();
        }
        // The operating system ends a variable at a NUL: the function would see less than was set.
        if (environment.FirstOrDefault(variable => variable.Value.Contains('\0')) is { Key: { } cut, Value: var value })
            throw LambdaErrors.Invalid(
                $"{Unable} contains a NUL character in "
                + $"{cut}='{value.Replace("\0", "\\0", StringComparison.Ordinal)}'. Remove it.");
        var measured = JsonSerializer.Serialize(environment);
        if (Encoding.UTF8.GetByteCount(measured) > EnvironmentLimit)
            throw LambdaErrors.Invalid($"{Unable} exceeded the 4KB limit. String measured: {measured}");
    }

    [GeneratedRegex(@"^[a-zA-Z]([a-zA-Z0-9_])+\z")]
    private static partial Regex VariableName();

    [GeneratedRegex(@"^subnet-[0-9a-z]{0,1017}\z")]
    private static partial Regex SubnetId();

    [GeneratedRegex(@"^sg-[0-9a-zA-Z]{0,1021}\z")]
    private static partial Regex SecurityGroupId();
}
