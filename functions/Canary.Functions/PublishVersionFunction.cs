using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Functions.Hosting;
using Canary.Ports;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions;

/// <summary>Publishes $LATEST, or takes the version that the input names.</summary>
public sealed class PublishVersionFunction(IVersions versions)
{
    /// <summary>The state <c>PublishVersion</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> PublishVersion(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        var candidate = rollout.Plan.TargetVersion is { } version
            ? await versions.FindAsync(rollout.Function, version)
            : await versions.PublishAsync(rollout.Function, rollout.Plan.CodeSha256, rollout.Plan.Description);
        return context.Log(States.PublishVersion.Published(rollout, candidate, input.At));
    }
}
