using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Canary.Local.Deploy.Plan;

namespace Canary.Local.Deploy.Template;

/// <summary>What <c>Ref</c> finds besides resources: the template's parameters and CloudFormation's pseudo parameters.</summary>
internal static class TemplateParameters
{
    /// <exception cref="TemplateException">A value is missing, unknown or not allowed.</exception>
    public static Dictionary<string, JsonNode> Read(JsonObject? declared, StackContext stack)
    {
        declared ??= [];
        if (stack.Parameters.Keys.FirstOrDefault(name => !declared.ContainsKey(name)) is { } unknown)
            throw new TemplateException(
                $"The template has no parameter '{unknown}'. It has: {string.Join(", ", declared.Select(pair => pair.Key))}.");
        var values = declared.ToDictionary(pair => pair.Key, pair => Value(pair.Key, pair.Value as JsonObject ?? [], stack));
        values["AWS::AccountId"] = stack.Account.Id;
        values["AWS::Partition"] = "aws";
        values["AWS::Region"] = stack.Account.Region;
        values["AWS::StackName"] = stack.StackName;
        values["AWS::URLSuffix"] = "amazonaws.com";
        return values;
    }

    private static JsonNode Value(string name, JsonObject declaration, StackContext stack)
    {
        if (declaration["Type"]?.ToString() is not ("String" or "Number") and var type)
            throw new TemplateException(
                $"Parameter '{name}': the local deployment does not understand its type '{type}'. It knows String and Number.");
        var value = stack.Parameters.TryGetValue(name, out var given) ? JsonValue.Create(given)
            : declaration["Default"]?.DeepClone()
                ?? throw new TemplateException($"Parameter '{name}' has no default: give it a value.");
        var text = value.ToString();
        if (declaration["AllowedValues"] is JsonArray allowed && !allowed.Any(one => one?.ToString() == text))
            throw new TemplateException($"Parameter '{name}' cannot be '{text}'. It can be {string.Join(", ", allowed)}.");
        if (declaration["AllowedPattern"]?.ToString() is not { } pattern || Regex.IsMatch(text, $"^(?:{pattern})$")) return value;
        var wanted = declaration["ConstraintDescription"]?.ToString() ?? $"of the pattern {pattern}";
        throw new TemplateException($"Parameter '{name}' cannot be '{text}': it must be {wanted}.");
    }
}
