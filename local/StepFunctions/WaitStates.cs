using System.Text.Json.Nodes;
using Canary.Local.StepFunctions.Executions;
using Canary.StatesLanguage;
using Canary.StatesLanguage.Data;
using Canary.StatesLanguage.Json;
using Canary.StatesLanguage.States;

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
        var due = inSeconds ? visit.Entered.AddSeconds(SecondsField.Read(wait.Field, wait.Amount, value)) : Moment(wait, value);
        if (due - visit.Clock.Now > LongestDelay) throw new RuntimeFault("Wait state delay is too long.");
        await visit.Clock.WaitUntilAsync(due, visit.Execution.Ended);
        return new StateExit(input.Select(wait.OutputPath), wait.Next);
    }

    private static DateTimeOffset Moment(WaitState wait, JsonNode? value)
    {
        var text = value.AsString() ?? JsonText.Write(value);
        if (Rfc3339.TryParse(text, out var moment)) return moment;
        const string Format = "a valid ISO-8601 extended offset date-time format string";
        throw new RuntimeFault(
            $"The {wait.Field} parameter does not reference {Format}: {SecondsField.Where(wait.Amount)} == {text}");
    }
}
