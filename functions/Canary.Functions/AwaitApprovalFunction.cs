using System.Diagnostics.CodeAnalysis;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Approvals;

namespace Canary.Functions;

/// <summary>Tells in its log what is waited for and how to approve it. The task that runs it goes on waiting for the token.</summary>
public sealed class AwaitApprovalFunction
{
    private const string ApproveVariable = "APPROVE_FUNCTION";

    /// <summary>The state <c>AwaitApproval</c>.</summary>
    [LambdaFunction]
    [SuppressMessage("Performance", "CA1822", Justification = "Lambda Annotations makes an instance.")]
    public void AwaitApproval(AwaitApprovalInput input, ILambdaContext context) =>
        context.Logger.LogInformation(ApprovalWords.Of(input, Environment.GetEnvironmentVariable(ApproveVariable) ?? "Approve"));
}
