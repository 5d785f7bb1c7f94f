using System.Globalization;
using System.Text.Json;
using Canary.Aliases;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.Input;

/// <summary>Reads the input's own list of steps.</summary>
internal static class StepReader
{
    private static readonly string[] Fields = ["weight", "bakeSeconds", "approvalSeconds"];

    /// <returns>The steps, up to 100 %; none when there was a fault.</returns>
    public static IReadOnlyList<Step> Read(FieldReader fields, int bakeAfter, List<string> faults)
    {
        if (fields.List("steps", Limits.Steps, "steps such as {\"weight\": 10, \"bakeSeconds\": 300}") is not { } list) return [];
        if (list.Count == 0) faults.Add("steps is empty. Give at least one step, or deploymentConfig \"AllAtOnce\".");
        var before = faults.Count;
        var readings = list.Select((value, i) => ReadStep(value, $"steps[{i}]", faults)).ToList();
        FindFaults(readings, bakeAfter, faults);
        if (faults.Count > before || readings.Count == 0) return [];
        List<Step> steps =
        [
            .. readings.Select(reading => new Step(reading.Weight!.Value, reading.BakeSeconds!.Value)
            {
                ApprovalSeconds = reading.ApprovalSeconds,
            }),
        ];
        return steps[^1].Weight == Weight.Full ? steps : [.. steps, new Step(Weight.Full, 0)];
    }

    private static Reading ReadStep(JsonElement value, string where, List<string> faults)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"{where} is {Quoted.Of(value)}. It must be a step such as {{\"weight\": 10, \"bakeSeconds\": 300}}.");
            return default;
        }
        var fields = new FieldReader(value, where + ".", faults, Fields);
        if (!fields.Has("weight")) faults.Add($"{where}.weight is missing. Give the candidate's share in percent.");
        var percent = fields.Number(
            "weight", 0.01m, 100, 2, "the candidate's share in percent: from 0.01 to 100, with at most two decimals");
        // The last step needs no bake: at 100 % the rollout promotes.
        var least = percent == 100 ? 0 : 1;
        if (percent is not null && least == 1 && !fields.Has("bakeSeconds"))
            faults.Add($"{where}.bakeSeconds is missing. Give how long the step is watched, in seconds.");
        var bake = fields.Number("bakeSeconds", least, Limits.TotalBakeSeconds, 0, string.Create(
            CultureInfo.InvariantCulture, $"a whole number of seconds from {least} to {Limits.TotalBakeSeconds:N0}"));
        var approval = fields.Number("approvalSeconds", 1, Limits.TotalBakeSeconds, 0, string.Create(
            CultureInfo.InvariantCulture,
            $"a whole number of seconds from 1 to {Limits.TotalBakeSeconds:N0}, for a person to approve the step"));
        if (approval is not null && percent == 100 && (!fields.Has("bakeSeconds") || bake == 0))
        {
            faults.Add($"{where}.approvalSeconds is {approval} in a step without bake, which is the promotion itself. "
                + "Put it into the step before, or give this one bakeSeconds.");
        }
        return new(
            percent is { } p ? Weight.FromPercent(p) : null, fields.Has("bakeSeconds") ? (int?)bake : 0, (int)(approval ?? 0));
    }

    private static void FindFaults(List<Reading> readings, int bakeAfter, List<string> faults)
    {
        // A step with another fault has a weight to compare all the same.
        for (var i = 1; i < readings.Count; i++)
        {
            if (readings[i].Weight <= readings[i - 1].Weight)
                faults.Add($"steps[{i}].weight is {readings[i].Weight} after {readings[i - 1].Weight}. "
                    + "The weights must rise from step to step.");
        }
        var total = readings.Where(reading => reading.Weight is not null)
            .Sum(reading => (long)(reading.BakeSeconds ?? 0) + reading.ApprovalSeconds);
        if (TotalBake.FaultOf(total + bakeAfter) is { } tooLong) faults.Add(tooLong);
    }

    /// <summary>What could be read of a step: null where there was a fault.</summary>
    private readonly record struct Reading(Weight? Weight, int? BakeSeconds, int ApprovalSeconds);
}
