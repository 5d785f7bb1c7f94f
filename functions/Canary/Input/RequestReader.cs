using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Canary.Aliases;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Wording;

namespace Canary.Input;

/// <summary>
/// Reads an execution's input, strictly: what it does not know or cannot use is a fault, and all faults are told at once.
/// </summary>
public static partial class RequestReader
{
    // Harmless, and for others than Canary: Step Functions' own link of a nested execution to its parent, and what tells an
    // editor the schema.
    private static readonly string[] Ignored = ["AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID", "$schema"];

    private static readonly string[] Fields =
    [
        "functionName", "aliasName", "createAlias", "takeOver", "targetVersion", "codeSha256", "description",
        "deploymentConfig", "steps", "bakeAfterPromotionSeconds", "hooks", "alarms", "analysis",
        "allowAlarmsInAlarm", "provisionedConcurrency", "checkIntervalSeconds", "onPauseExpired", "by", "reason",
    ];

    /// <summary>Reads what can be read.</summary>
    /// <param name="input">The execution's input.</param>
    /// <param name="execution">The execution's ARN: all that the input names is where that runs.</param>
    /// <param name="faults">Every fault is added here, as a sentence that quotes the value and says what to do.</param>
    public static RolloutRequest Read(JsonElement input, string execution, List<string> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        try
        {
            return ReadFields(input, execution, faults);
        }
        catch (InvalidOperationException)
        {
            // JSON may escape half of a character that takes two, and no text can hold that.
            faults.Add(
                "The input holds half a character, an escape such as \\ud800 without its other half. Write whole characters.");
            return new RolloutRequest();
        }
    }

    private static RolloutRequest ReadFields(JsonElement input, string execution, List<string> faults)
    {
        if (input.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"The input is {Quoted.Of(input)}. It must be a JSON object with functionName, "
                + "aliasName, and deploymentConfig or steps.");
            return new RolloutRequest();
        }

        if (EventInput.FaultOf(input) is { } transform)
        {
            faults.Add(transform);
            return new RolloutRequest();
        }

        var fields = new FieldReader(input, "", faults, Fields, Ignored);
        var request = new RolloutRequest
        {
            FunctionName = ReadFunction(fields, execution),
            AliasName = ReadAlias(fields),
            CreateAlias = fields.Flag("createAlias", "true, to create the alias where there is none, or false") ?? false,
            TakeOver = fields.Flag("takeOver", "true, to take an alias that a rollout left held when it ended, or false")
                ?? false,
            TargetVersion = ReadPattern(
                fields, "targetVersion", 128, VersionNumber(), "a published version's number in quotes, such as \"7\""),
            CodeSha256 = ReadPattern(fields, "codeSha256", 44, Sha256(), "the Base64 of the code's SHA-256, as Lambda shows it"),
            Description = fields.Text("description", Limits.DescriptionLength, "a text for the version to publish", lines: true),
            DeploymentConfig = fields.Text("deploymentConfig", 100, "a deployment configuration's name"),
            Hooks = HookReader.Read(fields, execution, faults),
            Alarms = AlarmsReader.Read(fields),
            Analysis = AnalysisReader.Read(fields, faults),
            ProvisionedConcurrency = (int?)fields.Number(
                "provisionedConcurrency", 1, 100_000, 0, "a whole number of provisioned environments from 1 to 100,000"),
            CheckIntervalSeconds = (int?)fields.Number(
                "checkIntervalSeconds", Limits.ShortestCheckInterval, Limits.LongestCheckInterval, 0, string.Create(
                    CultureInfo.InvariantCulture,
                    $"a whole number of seconds from {Limits.ShortestCheckInterval} to {Limits.LongestCheckInterval:N0}")),
            OnPauseExpired = fields.Word("onPauseExpired", ["rollback", "resume"]) == "resume"
                ? OnPauseExpired.Resume : OnPauseExpired.Rollback,
            By = fields.Text("by", Word.LongestName, "who starts the rollout"),
            Reason = fields.Text("reason", Limits.AnswerLength, "why it is started"),
        };
        if (request.TargetVersion is not null && request.Description is not null)
        {
            faults.Add($"description is given beside targetVersion {Quoted.Of(request.TargetVersion)}. "
                + "A version that exists keeps its description: leave one of them out.");
        }
        request = request with { AllowAlarmsInAlarm = AlarmsReader.ReadAllowed(fields, request.Alarms) };
        var bakeAfter = (int?)fields.Number("bakeAfterPromotionSeconds", 0, Limits.TotalBakeSeconds, 0, string.Create(
            CultureInfo.InvariantCulture, $"a whole number of seconds from 0 to {Limits.TotalBakeSeconds:N0}")) ?? 0;
        var steps = PlanReader.Read(fields, request.DeploymentConfig, bakeAfter, faults);
        return request with
        {
            Steps = steps.Count == 0 || bakeAfter == 0
                ? steps
                : [.. steps, new Step(Weight.Full, bakeAfter) { AfterPromotion = true }],
        };
    }

    private static string ReadFunction(FieldReader fields, string execution)
    {
        var name = ReadRequired(fields, "functionName", 140, "a function's name or ARN");
        if (name.Length == 0) return "";
        var elsewhere = FunctionName.ElsewhereFaultOf(name, execution);
        if ((FunctionName.FaultOf(name)
            ?? (elsewhere is null ? null : $"functionName {Quoted.Of(name)} {elsewhere}")) is not { } fault)
        {
            return name;
        }
        fields.Fault(fault);
        return "";
    }

    private static string ReadAlias(FieldReader fields)
    {
        var name = ReadRequired(fields, "aliasName", 128, "an alias's name");
        if (name.Length == 0 || AliasName().IsMatch(name)) return name;
        fields.Fault($"aliasName {Quoted.Of(name)} is no alias's name. It holds letters, digits, - and _, and not digits alone.");
        return "";
    }

    private static string ReadRequired(FieldReader fields, string name, int longest, string what)
    {
        if (!fields.Has(name)) fields.Fault($"{name} is missing. Give {what}.");
        return fields.Text(name, longest, what) ?? "";
    }

    private static string? ReadPattern(FieldReader fields, string name, int longest, Regex pattern, string what)
    {
        var text = fields.Text(name, longest, what);
        if (text is null || pattern.IsMatch(text)) return text;
        fields.Fault($"{name} is {Quoted.Of(text)}. It must be {what}.");
        return null;
    }

    [GeneratedRegex(@"^[1-9][0-9]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex VersionNumber();

    [GeneratedRegex(@"^[A-Za-z0-9+/]{43}=\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256();

    [GeneratedRegex(@"^(?![0-9]+\z)[a-zA-Z0-9_-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex AliasName();
}
