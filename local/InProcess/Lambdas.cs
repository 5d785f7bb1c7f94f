using System.Text.Json;
using Amazon.Lambda.Core;
using Canary.Answers;
using Canary.Executions;
using Canary.Functions;
using Canary.Functions.Hosting;
using Canary.Planning;
using Canary.Rollouts;
using Canary.States;
using Microsoft.Extensions.DependencyInjection;

namespace Canary.InProcess;

/// <summary>Canary's own Lambdas by their handlers' names: each reads and writes as it does on AWS.</summary>
internal static class Lambdas
{
    private static readonly RolloutSerializer Serializer = new();

    /// <summary>Runs one on a payload. What it throws is the Lambda's own.</summary>
    public delegate Task<byte[]> Run(IServiceProvider services, ReadOnlyMemory<byte> payload, ILambdaContext context);

    public static IReadOnlyDictionary<string, Run> ByHandler { get; } = new Dictionary<string, Run>
    {
        ["PlanRollout"] = Of<PlanRolloutFunction, PlanRolloutInput, Rollout>((it, input, to) => it.PlanRollout(input, to)),
        ["HoldAlias"] = State<HoldAliasFunction>((it, input, to) => it.HoldAlias(input, to)),
        ["PublishVersion"] = State<PublishVersionFunction>((it, input, to) => it.PublishVersion(input, to)),
        ["AwaitVersion"] = State<AwaitVersionFunction>((it, input, to) => it.AwaitVersion(input, to)),
        ["CheckHook"] = State<CheckHookFunction>((it, input, to) => Task.FromResult(it.CheckHook(input, to))),
        ["CreateAlias"] = State<CreateAliasFunction>((it, input, to) => it.CreateAlias(input, to)),
        ["RaiseConcurrency"] = State<RaiseConcurrencyFunction>((it, input, to) => it.RaiseConcurrency(input, to)),
        ["AwaitConcurrency"] = State<AwaitConcurrencyFunction>((it, input, to) => it.AwaitConcurrency(input, to)),
        ["ShiftWeight"] = State<ShiftWeightFunction>((it, input, to) => it.ShiftWeight(input, to)),
        ["CheckHealth"] = State<CheckHealthFunction>((it, input, to) => it.CheckHealth(input, to)),
        ["Promote"] = State<PromoteFunction>((it, input, to) => it.Promote(input, to)),
        ["AwaitPromotion"] = State<AwaitPromotionFunction>((it, input, to) => it.AwaitPromotion(input, to)),
        ["FreeAlias"] = State<FreeAliasFunction>((it, input, to) => it.FreeAlias(input, to)),
        ["Rollback"] = State<RollbackFunction>((it, input, to) => it.Rollback(input, to)),
        ["RestoreAlias"] = Of<RestoreAliasFunction, RestoreAliasInput, IReadOnlyList<Rollout>>(
            (it, input, to) => it.RestoreAlias(input, to)),
        ["Control"] = Of<ControlFunction, JsonElement, WordAnswer>((it, input, to) => it.Control(input, to)),
        ["Approve"] = Of<ApproveFunction, JsonElement, WordAnswer>((it, input, to) => it.Approve(input, to)),
    };

    private static Run State<TLambda>(Func<TLambda, StateInput, ILambdaContext, Task<Rollout>> run) => Of(run);

    private static Run Of<TLambda, TInput, TAnswer>(Func<TLambda, TInput, ILambdaContext, Task<TAnswer>> run)
    {
        var create = ActivatorUtilities.CreateFactory(typeof(TLambda), []);
        return async (services, payload, context) =>
        {
            using var given = new MemoryStream(payload.ToArray(), writable: false);
            var lambda = (TLambda)create(services, []);
            var answer = await run(lambda, Serializer.Deserialize<TInput>(given), context);
            using var written = new MemoryStream();
            Serializer.Serialize(answer, written);
            return written.ToArray();
        };
    }
}
