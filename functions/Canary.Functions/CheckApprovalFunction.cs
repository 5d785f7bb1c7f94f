using System.Diagnostics.CodeAnalysis;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Functions.Hosting;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Functions;

/// <summary>Judges what a person answered: calls nobody.</summary>
public sealed class CheckApprovalFunction
{
    /// <summary>The state <c>CheckApproval</c>.</summary>
    [LambdaFunction]
    [SuppressMessage("Performance", "CA1822", Justification = "Lambda Annotations makes an instance.")]
    public Rollout CheckApproval(StateInput input, ILambdaContext context) =>
        context.Log(States.CheckApproval.Answered(input.Rollout, input.At));
}
