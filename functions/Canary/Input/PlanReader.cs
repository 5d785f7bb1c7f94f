using Canary.Rollouts;
using Canary.Wording;

namespace Canary.Input;

/// <summary>Reads <c>deploymentConfig</c> or <c>steps</c>, of which an input gives one.</summary>
internal static class PlanReader
{
    public static IReadOnlyList<Step> Read(FieldReader fields, string? deploymentConfig, int bakeAfter, List<string> faults)
    {
        switch (fields.Has("deploymentConfig"), fields.Has("steps"))
        {
            case (false, false):
                faults.Add($"Neither deploymentConfig nor steps is given. Give one of them. {Configurations}");
                return [];
            case (true, true):
                faults.Add("Both deploymentConfig and steps are given. Give one of them.");
                return [];
            case (false, true):
                return StepReader.Read(fields, bakeAfter, faults);
        }
        if (deploymentConfig is not { } name) return [];
        if (DeploymentConfig.Find(name) is { } steps)
        {
            if (TotalBake.FaultOf(steps.Sum(step => (long)step.BakeSeconds) + bakeAfter) is { } tooLong) faults.Add(tooLong);
            return steps;
        }
        faults.Add($"deploymentConfig {Quoted.Of(name)} is unknown. {Configurations}");
        return [];
    }

    private static string Configurations => $"The configurations are {string.Join(", ", DeploymentConfig.Names)}.";
}
