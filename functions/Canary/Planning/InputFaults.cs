using System.Text.Json;
using Canary.Input;

namespace Canary.Planning;

/// <summary>Everything that is wrong with an input by itself, whatever AWS has of what it names.</summary>
public static class InputFaults
{
    /// <param name="input">The input.</param>
    /// <param name="execution">
    /// An ARN in the account and Region in which it is to run; empty where they are not known, and not compared.
    /// </param>
    public static IReadOnlyList<string> Of(JsonElement input, string execution = "")
    {
        var faults = new List<string>();
        var request = RequestReader.Read(input, execution, faults);
        return [.. faults, .. PlanFaults.OfHistory(request)];
    }
}
