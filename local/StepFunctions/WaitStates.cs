using System.Text.Json.Nodes;
using Canary.Local.StatesLanguage;
using Canary.Local.StatesLanguage.Data;
using Canary.Local.StatesLanguage.Json;
using Canary.Local.StatesLanguage.States;
using Canary.Local.StepFunctions.Executions;
using Canary.Local.StepFunctions.Model;

namespace Canary.Local.StepFunctions;

/// <summary>Runs a Wait state.</summary>
internal static class WaitStates
{
    // AWS was recorded to wait for 24,855 days, and not for one more.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(int.MaxValue);

    /// <summary>Waits on the clock.</summary>
    public static async Task<StateExit> RunAsync(WaitState wait, Visit visit)
    {
        var input = visit.See(visit.See(visit.Input).Select(wait.InputPath));
        var value = wait.Amount.Evaluate(input);
        var inSeconds = wait.Field.StartsWith("Seconds", StringComparison.Ordinal);
        var due = inSeconds ? visit.Entered.AddSeconds(Seconds(wait.Field, wait.Amount, value)) : Moment(wait, value);
        if (due - visit.Clock.Now > LongestDelay) throw new RuntimeFault("Wait state delay is too long.");
        await visit.Clock.WaitUntilAsync(due, visit.Execution.Ended);
        return new StateExit(input.Select(wait.OutputPath), wait.Next);
    }

    /// <summary>A number of seconds from a field or from where its path leads.</summary>
    /// <exception cref="RuntimeFault">It is no whole number from 0 to 99,999,999.</exception>
    public static int Seconds(string field, Expression amount, JsonNode? value) =>
        value.AsWhole() is { } seconds and >= 0 and <= WorkflowLimits.MaxSeconds
            ? seconds
            : throw new RuntimeFault($"The {field} parameter {Wrong(value)}: {Where(amount)} == {JsonText.Write(value)}");

    private static string Wrong(JsonNode? value) =>
        value.AsWhole() < 0 ? "references a negative value"
        : value.IsNumber() && value.AsWhole() is null ? "cannot be parsed as a long value"
        : "does not reference an integer value";

    private static DateTimeOffset Moment(WaitState wait, JsonNode? value)
    {
        var text = value.AsString() ?? JsonText.Write(value);
        if (Rfc3339.TryParse(text, out var moment)) return moment;
        const string Format = "a valid ISO-8601 extended offset date-time format string";
        throw new RuntimeFault($"The {wait.Field} parameter does not reference {Format}: {Where(wait.Amount)} == {text}");
    }

    private static string Where(Expression amount) => amount is FieldPath path ? path.Path.Text : "";
}
