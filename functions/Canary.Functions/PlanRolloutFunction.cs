using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Aliases;
using Canary.Errors;
using Canary.Executions;
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
    HoldReader holds,
    TrafficHistoryReader history)
{
    /// <summary>The state <c>PlanRollout</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> PlanRollout(PlanRolloutInput input, ILambdaContext context)
    {
        var faults = new List<string>();
        var request = RequestReader.Read(input.Input, input.Execution, faults);
        var found = await LookAsync(request, input.At, faults);
        found = found with { History = await history.ReadAsync(request, found.Alias, input.At, faults) };
        return context.Log(States.PlanRollout.Plan(request, faults, found, input.Execution, input.At));
    }

    private async Task<PlanFindings> LookAsync(RolloutRequest request, DateTimeOffset at, List<string> faults)
    {
        var function = LookAtFunctionAsync(request, at, faults);
        var readings = alarms.ReadAsync(request.Alarms);
        var hooks = (request.Hooks?.All() ?? [])
            .Select(one => (one.Field, Name: one.Hook.FunctionName, Reading: versions.FindAsync(one.Hook.FunctionName, null)))
            .ToList();
        var found = await function;
        var mayReadAlarms = await AllowedAsync(readings, "The alarms cannot be read", "permissions", faults);
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
        var (function, alias, version) = (request.FunctionName, request.AliasName, request.TargetVersion);
        if (function.Length == 0) return new();
        var latest = versions.FindAsync(function, null);
        var target = version is null ? Task.FromResult<FunctionVersion?>(null) : versions.FindAsync(function, version);
        var found = alias.Length == 0 ? Task.FromResult<Alias?>(null) : aliases.FindAsync(function, alias);
        var hold = HoldAsync(function, alias, found, at);
        var stable = StableAsync(function, found);
        var provisioned = ProvisionedAsync(function, alias);
        var reserved = concurrency.FindReservedAsync(function);
        var all = Task.WhenAll((Task)latest, target, found, hold, stable, provisioned, reserved);
        if (!await AllowedAsync(all, $"functionName {Quoted.Of(function)} cannot be read", "TargetFunctionPattern", faults))
            return new() { MayReadFunction = false };
        return new()
        {
            Latest = await latest,
            Alias = await found,
            Hold = await hold,
            Stable = await stable,
            Target = await target,
            Provisioned = await provisioned,
            Reserved = await reserved,
        };
    }

    private async Task<HoldReading?> HoldAsync(string function, string name, Task<Alias?> alias, DateTimeOffset at) =>
        await holds.ReadAsync(function, name, await alias, at);

    private async Task<FunctionVersion?> StableAsync(string function, Task<Alias?> alias) =>
        await alias is { } found ? await versions.FindAsync(function, found.State.Version) : null;

    // A version is provisioned once, so it counts which ones the other aliases are at.
    private async Task<IReadOnlyList<ProvisionedConcurrency>> ProvisionedAsync(string function, string alias)
    {
        var all = await concurrency.ListAsync(function);
        return all.All(one => one.Qualifier != alias) ? all : await Task.WhenAll(all.Select(async one =>
            one.IsOfVersion || one.Qualifier == alias
                ? one
                : one with { AliasVersion = (await aliases.FindAsync(function, one.Qualifier))?.State.Version }));
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
