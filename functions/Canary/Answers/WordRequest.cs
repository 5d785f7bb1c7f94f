using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Canary.Aliases;
using Canary.Input;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.Answers;

/// <summary>A person's word to a rollout, which is named by its alias, by its execution, or by both.</summary>
/// <param name="Function">The function; null where the execution is named alone.</param>
/// <param name="Alias">Its alias; null likewise.</param>
/// <param name="Execution">The execution's ARN or name; null where the alias is named alone.</param>
/// <param name="Word">What is said, by whom and why.</param>
public sealed partial record WordRequest(string? Function, string? Alias, string? Execution, Word Word)
{
    internal const int LongestExecution = 256;

    private static readonly string[] ControlFields = ["function", "alias", "execution", "word", "by", "reason", "seconds"];
    private static readonly string[] ApproveFields = ["function", "alias", "execution", "word", "approve", "by", "reason"];

    private static readonly string[] ControlWords =
        [.. new[] { WordKind.Pause, WordKind.Resume, WordKind.Skip, WordKind.Promote, WordKind.Abort }.Select(Word.NameOf)];

    private static readonly string[] ApproveWords = [Word.NameOf(WordKind.Approve), Word.NameOf(WordKind.Reject)];

    /// <summary>Function and alias, as a sentence names them.</summary>
    public string Title => $"{FunctionName.BareNameOf(Function ?? "")}:{Alias}";

    /// <summary>Reads it, strictly.</summary>
    /// <param name="input">The input, whatever it is.</param>
    /// <param name="approves">Whether it is a word on a step that waits for a person: IAM tells them from the others.</param>
    /// <param name="machine">The state machine's ARN, which makes a name an execution's; null where that is not known.</param>
    /// <param name="at">When it is said.</param>
    /// <param name="faults">Takes every fault.</param>
    /// <returns>Null where there was a fault.</returns>
    public static WordRequest? Read(JsonElement input, bool approves, string? machine, DateTimeOffset at, List<string> faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        var known = approves ? ApproveFields : ControlFields;
        if (input.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"The input is {Quoted.Of(input)}. It must be a JSON object with {string.Join(", ", known)}.");
            return null;
        }
        try
        {
            var request = Of(new FieldReader(input, "", faults, known), approves, faults);
            if (faults.Count > 0) return null;
            var execution = request.Execution is { } named && machine is not null && !Hold.IsExecution(named)
                ? $"{machine.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{named}"
                : request.Execution;
            var time = at.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
            return request with { Execution = execution, Word = request.Word with { At = time } };
        }
        catch (InvalidOperationException)
        {
            // JSON may escape half of a character that takes two, and no text can hold that.
            faults.Add("The input holds half a character, such as \\ud800 alone. Write whole characters.");
            return null;
        }
    }

    /// <summary>Whether a rollout is of the alias that is meant.</summary>
    internal bool IsOf(Rollout rollout) => rollout.Alias == Alias && string.Equals(
        FunctionName.BareNameOf(rollout.Function), FunctionName.BareNameOf(Function ?? ""), StringComparison.Ordinal);

    private static WordRequest Of(FieldReader fields, bool approves, List<string> faults)
    {
        var (function, alias) = (fields.Text("function", 140, "a function's name or ARN"), fields.Text("alias", 128, "an alias"));
        var execution = fields.Text("execution", LongestExecution, "the ARN or the name of the rollout's execution");
        if (fields.Has("function") != fields.Has("alias"))
            faults.Add($"{(fields.Has("alias") ? "function" : "alias")} is missing. Give function and alias, or execution.");
        else if (!fields.Has("function") && !fields.Has("execution"))
            faults.Add("No rollout is named. Give function and alias, or execution.");
        if (function is not null && FunctionName.FaultOf(function) is { } fault) faults.Add(fault);
        if (execution is not null && !Hold.IsExecution(execution) && !ExecutionName().IsMatch(execution))
            faults.Add($"execution is {Quoted.Of(execution)}. It must be the ARN or the name of the rollout's execution.");
        if (!fields.Has("by")) faults.Add("by is missing. Say who you are: the rollout's story names you.");
        var kind = approves ? Approval(fields, faults) : Control(fields, faults);
        var seconds = (int?)fields.Number("seconds", 1, Limits.PauseSeconds, 0, string.Create(
            CultureInfo.InvariantCulture, $"a whole number of seconds from 1 to {Limits.PauseSeconds:N0}"));
        if (seconds is not null && kind is not (null or WordKind.Pause))
            faults.Add($"seconds is {seconds}, but only a pause lasts. Leave it out.");
        return new(function, alias, execution, new(
            kind ?? default,
            fields.Text("by", Word.LongestName, "who says it"),
            fields.Text("reason", Limits.ReasonLength, "why", lines: true),
            seconds));
    }

    private static WordKind? Control(FieldReader fields, List<string> faults)
    {
        if (!fields.Has("word")) faults.Add($"word is missing. Give one of {string.Join(", ", ControlWords)}.");
        return Named(fields.Word("word", ControlWords));
    }

    private static WordKind? Approval(FieldReader fields, List<string> faults)
    {
        var flag = fields.Flag("approve", "true, which is the default, or false to reject");
        var named = Named(fields.Word("word", ApproveWords));
        if (flag is not null && named is not null && flag != (named == WordKind.Approve))
            faults.Add($"word is {Word.NameOf(named.Value)}, and approve says otherwise. Leave one of them out.");
        return named ?? (flag == false ? WordKind.Reject : WordKind.Approve);
    }

    private static WordKind? Named(string? word) => word is null ? null : Enum.Parse<WordKind>(word, ignoreCase: true);

    [GeneratedRegex(@"^[^:\s]{1,80}\z", RegexOptions.CultureInvariant)]
    private static partial Regex ExecutionName();
}
