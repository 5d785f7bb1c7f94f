using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Canary.Local.Lambda.Errors;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Model;

/// <summary>A permission as a statement of a policy, in the order in which AWS was recorded to write it.</summary>
internal static partial class PermissionStatement
{
    public static JsonObject Of(Grant permission, string resource)
    {
        var statement = new JsonObject
        {
            ["Sid"] = permission.StatementId,
            ["Effect"] = "Allow",
            ["Principal"] = Principal(permission.Principal),
            ["Action"] = permission.Action,
            ["Resource"] = resource,
        };
        var condition = new JsonObject();
        Add(condition, "StringEquals", "AWS:SourceAccount", permission.SourceAccount);
        Add(condition, "StringEquals", "lambda:EventSourceToken", permission.EventSourceToken);
        Add(condition, "StringEquals", "lambda:FunctionUrlAuthType", permission.FunctionUrlAuthType);
        Add(condition, "StringEquals", "aws:PrincipalOrgID", permission.PrincipalOrgId);
        Add(condition, "Bool", "lambda:InvokedViaFunctionUrl", permission.InvokedViaFunctionUrl?.ToString().ToLowerInvariant());
        Add(condition, "ArnLike", "AWS:SourceArn", permission.SourceArn);
        if (condition.Count > 0) statement["Condition"] = condition;
        return statement;
    }

    /// <summary>What Lambda's model, and Lambda beyond it, asks of a permission.</summary>
    /// <exception cref="Wire.AwsException">ValidationException, or InvalidParameterValueException.</exception>
    public static void Check(Grant permission)
    {
        new MemberConstraints()
            .Length("statementId", permission.StatementId, 1, 100)
            .Pattern(Id().IsMatch(permission.StatementId), "statementId", permission.StatementId, "([a-zA-Z0-9-_]+)")
            .Pattern(Action().IsMatch(permission.Action), "action", permission.Action, @"(lambda:[*]|lambda:[a-zA-Z]+|[*])")
            .Pattern(
                permission.SourceAccount is null || Account().IsMatch(permission.SourceAccount),
                "sourceAccount",
                permission.SourceAccount,
                @"\d{12}")
            .Pattern(
                permission.SourceArn is null || Arn().IsMatch(permission.SourceArn),
                "sourceArn",
                permission.SourceArn,
                ArnPattern)
            .That(
                permission.FunctionUrlAuthType is null or "NONE" or "AWS_IAM",
                "functionUrlAuthType",
                permission.FunctionUrlAuthType,
                "Member must satisfy enum value set: [NONE, AWS_IAM]")
            .ThrowIfAny();
        if (permission.FunctionUrlAuthType is not null && permission.Action != "lambda:InvokeFunctionUrl")
            throw LambdaErrors.Invalid("FunctionUrlAuthType is only supported for lambda:InvokeFunctionUrl action");
        Principal(permission.Principal);
    }

    private const string ArnPattern =
        @"arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.*)";

    private static JsonNode Principal(string principal)
    {
        if (principal == "*") return "*";
        if (Service().IsMatch(principal)) return new JsonObject { ["Service"] = principal };
        if (Account().IsMatch(principal)) return new JsonObject { ["AWS"] = $"arn:aws:iam::{principal}:root" };
        if (Identity().IsMatch(principal)) return new JsonObject { ["AWS"] = principal };
        throw LambdaErrors.Invalid("The provided principal was invalid. Please check the principal and try again.");
    }

    private static void Add(JsonObject condition, string test, string key, string? value)
    {
        if (value is null) return;
        if (condition[test] is not JsonObject keys) condition[test] = keys = [];
        keys[key] = value;
    }

    [GeneratedRegex(@"^[a-zA-Z0-9-_]+\z")]
    private static partial Regex Id();

    [GeneratedRegex(@"^(lambda:[*]|lambda:[a-zA-Z]+|[*])\z")]
    private static partial Regex Action();

    [GeneratedRegex(@"^[0-9]{12}\z")]
    private static partial Regex Account();

    [GeneratedRegex(
        @"^arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\-])+:((eusc-)?[a-z]{2}((-gov)|(-iso([a-z]?)))?-[a-z]+-\d{1})?:(\d{12})?:(.*)\z")]
    private static partial Regex Arn();

    [GeneratedRegex(@"^[a-z0-9-]+(\.[a-z0-9-]+)*\.amazon(aws)?\.com(\.cn)?\z")]
    private static partial Regex Service();

    [GeneratedRegex(@"^arn:aws[a-zA-Z-]*:(iam|sts)::[0-9]{12}:(root|(user|role|assumed-role|federated-user)/.+)\z")]
    private static partial Regex Identity();
}
