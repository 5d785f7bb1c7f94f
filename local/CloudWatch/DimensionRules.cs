namespace Canary.Local.CloudWatch;

/// <summary>The ranges of a metric's dimensions.</summary>
internal static class DimensionRules
{
    public static void Check(MemberConstraints constraints, string path, IReadOnlyList<KeyValuePair<string, string>> dimensions)
    {
        foreach (var (index, (name, value)) in dimensions.Index())
        {
            constraints.Length($"{path}.{index + 1}.member.name", name, 1, 255).Length($"{path}.{index + 1}.member.value", value, 1, 1024);
        }
    }
}
