using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Goes back to the stable version.</summary>
public sealed class RollbackFunction(AliasRollback rollback)
{
    /// <summary>The state <c>Rollback</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> Rollback(StateInput input, ILambdaContext context) =>
        context.Log((await rollback.RunAsync(input.Rollout, (rollout, found) => RollingBack.Choose(rollout, found, unbroken: input.Redrives == 0), input.At))!);
}
