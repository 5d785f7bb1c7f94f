using System.Globalization;
using System.Text.Json;
using Canary.Rollouts.Plans;
using Canary.Wording;

namespace Canary.Input;

/// <summary>Reads the input's hooks.</summary>
internal static class HookReader
{
    // Lambda ends every invocation after 15 minutes. A callback has CodeDeploy's hour.
    private const int LongestAnswer = 900;
    private const int LongestCallback = 3_600;
    private const int LongestName = 170;

    private static readonly string[] Names = ["beforeAllowTraffic", "afterAllowTraffic"];
    private static readonly string[] Fields = ["functionName", "timeoutSeconds", "waitForCallback"];

    public static RolloutHooks? Read(FieldReader input, string execution, List<string> faults)
    {
        if (input.Find("hooks") is not { } value) return null;
        if (value.ValueKind != JsonValueKind.Object || !value.EnumerateObject().Any())
        {
            faults.Add($"hooks is {Quoted.Of(value)}. It must be an object such as {{\"beforeAllowTraffic\": \"my-hook\"}}, "
                + $"with {string.Join(" or ", Names)}.");
            return null;
        }
        var fields = new FieldReader(value, "hooks.", faults, Names);
        return new(ReadHook(fields, Names[0], execution, faults), ReadHook(fields, Names[1], execution, faults));
    }

    private static Hook? ReadHook(FieldReader hooks, string name, string execution, List<string> faults)
    {
        if (hooks.Find(name) is not { } value) return null;
        var where = $"hooks.{name}";
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return ReadName(hooks, name, where, execution, faults) is { } function
                    ? new(function, LongestAnswer, false)
                    : null;
            case JsonValueKind.Object:
                return ReadObject(new FieldReader(value, where + ".", faults, Fields), where, execution, faults);
            default:
                faults.Add($"{where} is {Quoted.Of(value)}. "
                    + $"It must be a function's name or ARN, or an object with {string.Join(", ", Fields)}.");
                return null;
        }
    }

    private static Hook? ReadObject(FieldReader fields, string where, string execution, List<string> faults)
    {
        var callback = fields.Flag("waitForCallback", "true where the hook answers by its task token, or else false") ?? false;
        var longest = callback ? LongestCallback : LongestAnswer;
        var why = callback ? "" : ": Lambda ends every invocation after 15 minutes. With waitForCallback a hook may take an hour";
        var timeout = (int?)fields.Number("timeoutSeconds", 1, longest, 0, string.Create(
            CultureInfo.InvariantCulture, $"a whole number of seconds from 1 to {longest:N0}{why}")) ?? longest;
        if (!fields.Has("functionName")) faults.Add($"{where}.functionName is missing. Give the hook's name or ARN.");
        return ReadName(fields, "functionName", where + ".functionName", execution, faults) is { } function
            ? new(function, timeout, callback)
            : null;
    }

    private static string? ReadName(FieldReader fields, string field, string where, string execution, List<string> faults)
    {
        if (fields.Text(field, LongestName, "a function's name or ARN") is not { } name) return null;
        if (FunctionName.IsValid(name))
        {
            if (FunctionName.ElsewhereFaultOf(name, execution) is not { } elsewhere) return name;
            faults.Add($"{where} {Quoted.Of(name)} {elsewhere}");
            return null;
        }
        faults.Add($"{where} {Quoted.Of(name)} is neither a function's name, in 1 to 64 characters, nor its ARN. "
            + "A version or an alias may follow, such as \"my-hook:live\".");
        return null;
    }
}
