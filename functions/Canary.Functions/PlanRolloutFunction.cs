using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Errors;
using Canary.Functions.Hosting;
using Canary.Functions.Reads;
using Canary.Input;
using Canary.Planning;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Wording;

namespace Canary.Functions;

/// <summary>Validates the whole input, reads what it names, and fixes the plan.</summary>
public sealed class PlanRolloutFunction(
    IVersions versions,
    IAliases aliases,
    IAlarms alarms,
    IConcurrency concurrency,
    IEventSources sources,
    HoldReader holds,
    TrafficHistoryReader history,
    Teller teller)
{
    /// <summary>The state <c>PlanRollout</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> PlanRollout(PlanRolloutInput input, ILambdaContext context)
    {
        var faults = new List<string>();
        var request = RequestReader.Read(input.Input, input.Execution, faults);
        var found = await LookAsync(request, input.At, faults);
        if (!input.Begins) found = await LookAtSourcesAsync(request, found);
        var rollout = States.PlanRollout.Plan(request, faults, found, input.Execution, input.At);
        return input.Begins ? await teller.TellAsync(null, rollout, input.At, context) : context.Log(rollout);
    }

    // One call after the other, and the ones of the smallest quota first: where one is throttled, the plan is made again,
    // and what was asked before was asked in vain.
    private async Task<PlanFindings> LookAsync(RolloutRequest request, DateTimeOffset at, List<string> faults)
    {
        var readings = alarms.ReadAsync(request.Alarms);
        var mayReadAlarms = await AllowedAsync(readings, "The alarms cannot be read", "permissions", faults);
        var found = await LookAtFunctionAsync(request, at, faults);
        var hooks = (request.Hooks?.All() ?? [])
            .Select(one => (one.Field, Name: one.Hook.FunctionName, Reading: versions.FindAsync(one.Hook.FunctionName, null)))
            .ToList();
        var missing = new List<string>();
        foreach (var (field, name, reading) in hooks)
        {
            var mayRead = await AllowedAsync(reading, $"{field} {Quoted.Of(name)} cannot be read", "HookFunctionPattern", faults);
            if (mayRead && await reading is null) missing.Add(name);
        }
        return found with
        {
            Alarms = mayReadAlarms ? await readings : [],
            MissingHooks = missing,
            OwnFunctions = OwnFunctions.Read(Environment.GetEnvironmentVariable),
            MayReadAlarms = mayReadAlarms,
        };
    }

    private async Task<PlanFindings> LookAtFunctionAsync(RolloutRequest request, DateTimeOffset at, List<string> faults)
    {
        var function = request.FunctionName;
        if (function.Length == 0) return new();
        var what = $"functionName {Quoted.Of(function)} cannot be read";
        var alias = LookAtAliasAsync(function, request.AliasName, at);
        if (!await AllowedAsync(alias, what, "TargetFunctionPattern", faults)) return new() { MayReadFunction = false };
        var found = await alias;
        found = found with { History = await history.ReadAsync(request, found.Alias, at, faults) };
        var all = LookAtVersionsAsync(request, found);
        return await AllowedAsync(all, what, "TargetFunctionPattern", faults) ? await all : new() { MayReadFunction = false };
    }

    private async Task<PlanFindings> LookAtAliasAsync(string function, string name, DateTimeOffset at)
    {
        if (name.Length == 0 || await aliases.FindAsync(function, name) is not { } alias) return new();
        var hold = await holds.ReadAsync(function, name, alias, at);
        return new() { Alias = alias, Hold = hold, Provisioned = await ProvisionedAsync(function, name) };
    }

    // A version is provisioned once, so it counts which ones the other aliases are at.
    private async Task<IReadOnlyList<ProvisionedConcurrency>> ProvisionedAsync(string function, string alias)
    {
        var all = await concurrency.ListAsync(function);
        if (all.All(one => one.Qualifier != alias)) return all;
        var looked = new List<ProvisionedConcurrency>();
        foreach (var one in all)
        {
            var isAnother = !one.IsOfVersion && one.Qualifier != alias;
            var other = isAnother ? await aliases.FindAsync(function, one.Qualifier) : null;
            looked.Add(one with { AliasVersion = other?.State.Version });
        }
        return looked;
    }

    private async Task<PlanFindings> LookAtVersionsAsync(RolloutRequest request, PlanFindings found)
    {
        var (latest, stable, target) =
            (FindAsync("$LATEST"), FindAsync(found.Alias?.State.Version), FindAsync(request.TargetVersion));
        await Task.WhenAll(latest, stable, target);
        return found with { Latest = await latest, Stable = await stable, Target = await target };

        Task<FunctionVersion?> FindAsync(string? version) => version is null
            ? Task.FromResult<FunctionVersion?>(null)
            : versions.FindAsync(request.FunctionName, version == "$LATEST" ? null : version);
    }

    // Only for whoever asks: they can still change the steps, and a rollout makes no call that it can do without.
    private async Task<PlanFindings> LookAtSourcesAsync(RolloutRequest request, PlanFindings found)
    {
        if (found.Stable is null || !request.SharesTraffic) return found;
        var listed = await sources.ListAsync(request.FunctionName, request.AliasName);
        return found with { Sources = listed ?? [], MayReadSources = listed is not null };
    }

    private static async Task<bool> AllowedAsync(Task reading, string what, string pattern, List<string> faults)
    {
        try
        {
            await reading;
            return true;
        }
        catch (AccessDenied denied)
        {
            faults.Add($"{what}. Check the stack's {pattern}, and the account and Region. "
                + $"AWS says: {Quoted.Clip(denied.Message, Limits.FaultLength / 2)}");
            return false;
        }
    }
}
