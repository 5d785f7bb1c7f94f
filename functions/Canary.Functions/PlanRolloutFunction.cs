using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Health;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Validates the whole input, reads what it names, and fixes the plan.</summary>
public sealed class PlanRolloutFunction(IVersions versions, IAliases aliases, IAlarms alarms)
{
    /// <summary>The state <c>PlanRollout</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> PlanRollout(PlanRolloutInput input, ILambdaContext context)
    {
        var faults = new List<string>();
        var request = RequestReader.Read(input.Input, faults);
        return context.Log(Planning.Plan(request, faults, await LookAsync(request), input.Execution, input.At));
    }

    private async Task<Surroundings> LookAsync(RolloutRequest request)
    {
        var function = request.FunctionName;
        var latest = function.Length > 0 ? await versions.FindAsync(function, null) : null;
        return new(
            latest,
            latest is not null && request.AliasName.Length > 0 ? await aliases.FindAsync(function, request.AliasName) : null,
            latest is not null && request.TargetVersion is not null ? await versions.FindAsync(function, request.TargetVersion) : null,
            await alarms.ReadAsync(request.Alarms));
    }
}
