using Canary.Local.CloudWatch.Errors;
using Canary.Local.Wire;

namespace Canary.Local.CloudWatch.Metrics;

/// <summary>What a metric's dimensions may be.</summary>
internal static class DimensionRules
{
    public static void Check(MemberConstraints constraints, string path, IReadOnlyList<KeyValuePair<string, string>> dimensions)
    {
        foreach (var (index, (name, value)) in dimensions.Index())
        {
            constraints.Length($"{path}.{index + 1}.member.name", name, 1, 255)
                .Length($"{path}.{index + 1}.member.value", value, 1, 1024);
        }
        if (dimensions.DistinctBy(one => one.Key).Count() == dimensions.Count) return;
        // What breaks the model is told before what breaks a rule.
        constraints.ThrowIfAny();
        throw CloudWatchErrors.InvalidValue("No metric may specify the same dimension name twice.");
    }
}
