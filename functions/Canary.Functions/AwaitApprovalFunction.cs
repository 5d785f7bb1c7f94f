using System.Diagnostics.CodeAnalysis;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Canary.Answers;

namespace Canary.Functions;

/// <summary>
/// Tells, in its log and in the execution's history, what is waited for and how to approve it.
/// Its task goes on waiting for the token.
/// </summary>
public sealed class AwaitApprovalFunction
{
    private const string ApproveVariable = "APPROVE_FUNCTION";

    /// <summary>The state <c>AwaitApproval</c>.</summary>
    [LambdaFunction]
    [SuppressMessage("Performance", "CA1822", Justification = "Lambda Annotations makes an instance.")]
    public string AwaitApproval(AwaitApprovalInput input, ILambdaContext context)
    {
        var words = States.AwaitApproval.Of(input, Environment.GetEnvironmentVariable(ApproveVariable) ?? "Approve");
        context.Logger.LogInformation(words);
        return words;
    }
}
