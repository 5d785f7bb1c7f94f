using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Publishes $LATEST, or takes the version that the input names.</summary>
public sealed class PublishVersionFunction(IVersions versions)
{
    /// <summary>The state <c>PublishVersion</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> PublishVersion(StateInput input, ILambdaContext context)
    {
        var rollout = input.Rollout;
        var candidate = rollout.TargetVersion is { } version
            ? await versions.FindAsync(rollout.Function, version)
            : await versions.PublishAsync(rollout.Function, rollout.CodeSha256, rollout.Description);
        return context.Log(Publishing.Published(rollout, candidate, input.At));
    }
}
