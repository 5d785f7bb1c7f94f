using System.Diagnostics.CodeAnalysis;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Functions.Hosting;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions;

/// <summary>Judges what a hook answered: calls nobody.</summary>
public sealed class CheckHookFunction
{
    /// <summary>The state <c>CheckHook</c>.</summary>
    [LambdaFunction]
    [SuppressMessage("Performance", "CA1822", Justification = "Lambda Annotations makes an instance.")]
    public Rollout CheckHook(StateInput input, ILambdaContext context) =>
        context.Log(States.CheckHook.Answered(input.Rollout, input.At));
}
