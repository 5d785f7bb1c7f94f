using Canary.Bench.Traffic;

namespace Canary.Bench.Detection;

/// <summary>A question to the judges.</summary>
/// <param name="Id">Its number in the plan of the benchmark, B1 to B16.</param>
/// <param name="Name">What happens.</param>
/// <param name="Course">The traffic.</param>
/// <param name="Targets">What Canary's judge has to reach.</param>
internal sealed record Scenario(string Id, string Name, Course Course, params Target[] Targets)
{
    /// <summary>When the regression begins; null where there is none.</summary>
    public double? RegressionFrom { get; init; }

    /// <summary>Whether every judge answers it, or only Canary's.</summary>
    public bool ForAll { get; init; } = true;
}
