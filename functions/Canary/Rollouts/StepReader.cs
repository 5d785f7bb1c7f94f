using System.Globalization;
using System.Text.Json;

namespace Canary.Rollouts;

/// <summary>Reads the input's own list of steps.</summary>
internal static class StepReader
{
    private static readonly string[] Fields = ["weight", "bakeSeconds"];

    /// <returns>The steps, up to 100 %; none when there was a fault.</returns>
    public static IReadOnlyList<Step> Read(FieldReader fields, List<string> faults)
    {
        if (fields.List("steps", Limits.Steps, "steps such as {\"weight\": 10, \"bakeSeconds\": 300}") is not { } list) return [];
        if (list.Count == 0) faults.Add("steps is empty. Give at least one step, or deploymentConfig \"AllAtOnce\".");
        var before = faults.Count;
        var steps = new List<Step>();
        for (var i = 0; i < list.Count; i++)
        {
            if (ReadStep(list[i], $"steps[{i}]", faults) is { } step) steps.Add(step);
        }
        FindFaults(list, steps, faults);
        if (faults.Count > before || steps.Count == 0) return [];
        return steps[^1].Weight == Weight.Full ? steps : [.. steps, new Step(Weight.Full, 0)];
    }

    private static Weight? WeightOf(JsonElement step) =>
        step.ValueKind == JsonValueKind.Object && step.TryGetProperty("weight", out var value)
        && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var percent) && Weight.TryFromPercent(percent, out var weight)
            ? weight
            : null;

    private static Step? ReadStep(JsonElement value, string where, List<string> faults)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{where} is {Quoted.Of(value)}. It must be a step such as {{\"weight\": 10, \"bakeSeconds\": 300}}.");
            return null;
        }
        var fields = new FieldReader(value, where + ".", faults, Fields);
        if (!fields.Has("weight")) faults.Add($"{where}.weight is missing. Give the candidate's share in percent.");
        var percent = fields.Number("weight", 0.01m, 100, 2, "the candidate's share in percent: from 0.01 to 100, with at most two decimals");
        // The last step needs no bake: at 100 % the rollout promotes.
        var least = percent == 100 ? 0 : 1;
        if (percent is not null && least == 1 && !fields.Has("bakeSeconds"))
            faults.Add($"{where}.bakeSeconds is missing. Give how long the step is watched, in seconds.");
        var bake = fields.Number("bakeSeconds", least, Limits.TotalBakeSeconds, 0, string.Create(
            CultureInfo.InvariantCulture, $"a whole number of seconds from {least} to {Limits.TotalBakeSeconds:N0}"));
        return percent is { } p && (bake is not null || !fields.Has("bakeSeconds")) ? new Step(Weight.FromPercent(p), (int)(bake ?? 0)) : null;
    }

    private static void FindFaults(IReadOnlyList<JsonElement> list, List<Step> steps, List<string> faults)
    {
        // A step with another fault has a weight to compare all the same.
        var weights = list.Select(WeightOf).ToList();
        for (var i = 1; i < weights.Count; i++)
        {
            if (weights[i] <= weights[i - 1])
                faults.Add($"steps[{i}].weight is {weights[i]} after {weights[i - 1]}. The weights must rise from step to step.");
        }
        var total = steps.Sum(step => (long)step.BakeSeconds);
        if (total > Limits.TotalBakeSeconds)
        {
            var seconds = total.ToString("N0", CultureInfo.InvariantCulture);
            faults.Add($"The steps bake for {seconds} s together. A rollout may bake for 172,800 s (48 hours) at most.");
        }
    }
}
