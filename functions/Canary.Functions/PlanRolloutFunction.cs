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
        var (function, alias, version) = (request.FunctionName, request.AliasName, request.TargetVersion);
        var latest = function.Length > 0 ? versions.FindAsync(function, null) : Task.FromResult<FunctionVersion?>(null);
        var target = function.Length > 0 && version is not null ? versions.FindAsync(function, version) : Task.FromResult<FunctionVersion?>(null);
        var found = function.Length > 0 && alias.Length > 0 ? aliases.FindAsync(function, alias) : Task.FromResult<Alias?>(null);
        return new(await latest, await found, await target, await alarms.ReadAsync(request.Alarms));
    }
}
