using System.Text.Json;
using Canary.Rollouts.Plans;
using Canary.Wording;

namespace Canary.Input;

/// <summary>Reads how much worse a candidate may be.</summary>
internal static class ToleranceReader
{
    public static readonly string[] Fields = ["ratio", "alpha"];

    /// <returns>The default where nothing is said; null where it is turned off, or cannot be read at all.</returns>
    public static ToleranceChoice? Read(FieldReader analysis, string name, ToleranceChoice defaults, List<string> faults)
    {
        if (analysis.Find(name) is not { } value || value.ValueKind == JsonValueKind.True) return defaults;
        if (value.ValueKind == JsonValueKind.False) return null;
        if (value.ValueKind == JsonValueKind.Object)
            return Read(new FieldReader(value, $"analysis.{name}.", faults, Fields), defaults);
        faults.Add(
            $"analysis.{name} is {Quoted.Of(value)}. It must be false, not to judge it, or an object such as {{\"ratio\": 1.5}}, "
                + $"with {string.Join(", ", Fields)}.");
        return null;
    }

    /// <summary>Reads the two fields of an object that may have others.</summary>
    public static ToleranceChoice Read(FieldReader fields, ToleranceChoice defaults) => new(
        (double?)fields.Number("ratio", 1, 100, 4,
            "how many times the stable version's rate is tolerated, from 1 to 100 with at most four decimals") ?? defaults.Ratio,
        (double?)fields.Number("alpha", 0.0001m, 0.2m, 8,
            "the chance of a wrong rollback, from 0.0001 to 0.2 with at most eight decimals") ?? defaults.Alpha);
}
