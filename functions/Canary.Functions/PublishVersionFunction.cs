using Amazon.Lambda.Annotations;
using Canary.Rollouts;

namespace Canary.Functions;

/// <summary>Publishes $LATEST, or takes the version that the input names.</summary>
public sealed class PublishVersionFunction(IVersions versions)
{
    /// <summary>The state <c>PublishVersion</c>.</summary>
    [LambdaFunction]
    public async Task<Rollout> PublishVersion(StateInput input)
    {
        var rollout = input.Rollout;
        var candidate = rollout.TargetVersion is { } version
            ? await versions.FindAsync(rollout.Function, version)
            : await versions.PublishAsync(rollout.Function, rollout.CodeSha256, rollout.Description);
        return Publishing.Published(rollout, candidate, input.At);
    }
}
