using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Analysis;
using Canary.Checks;
using Canary.Errors;
using Canary.Functions.Hosting;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions;

/// <summary>
/// Reads the alarms and, where it is time, the alias and both versions' metrics, and decides what comes next.
/// </summary>
public sealed class CheckHealthFunction(IAliases aliases, IAlarms alarms, IMetrics metrics, Teller teller)
{
    /// <summary>The state <c>CheckHealth</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> CheckHealth(StateInput input, ILambdaContext context)
    {
        var (rollout, at) = (input.Rollout, input.At);
        var alias = AliasLook.IsDue(rollout, at) ? LookAsync(aliases.FindAsync(rollout.Function, rollout.Alias)) : null;
        var states = LookAsync(ReadAsync(rollout.Plan.Alarms));
        var traffic = VersionComparison.Asked(rollout, at) is { } asked ? metrics.ReadAsync(asked) : null;
        var read = new HealthReadings(
            alias is null ? null : await alias, await states, traffic is null ? null : await traffic);
        return await teller.TellAsync(input, States.CheckHealth.Concluded(rollout, read, at), context);
    }

    private async Task<IReadOnlyCollection<AlarmReading>?> ReadAsync(IReadOnlyCollection<string> names) =>
        await alarms.ReadAsync(names);

    private static async Task<Look<T>> LookAsync<T>(Task<T?> call)
        where T : class
    {
        try
        {
            return new(await call);
        }
        catch (Throttled)
        {
            return new(null, IsThrottled: true);
        }
    }
}
