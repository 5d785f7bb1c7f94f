namespace Canary.Local.Lambda.Model;

/// <summary>What AddPermission allows to whom.</summary>
/// <param name="StatementId">Unique in its policy.</param>
/// <param name="Action">Such as <c>lambda:InvokeFunction</c>.</param>
/// <param name="Principal">A service, an account, an ARN of IAM's, or <c>*</c>.</param>
public sealed record Grant(string StatementId, string Action, string Principal)
{
    /// <summary>The only resource that may use it.</summary>
    public string? SourceArn { get; init; }

    /// <summary>The only account that may use it.</summary>
    public string? SourceAccount { get; init; }

    /// <summary>Alexa's.</summary>
    public string? EventSourceToken { get; init; }

    /// <summary>The only organization that may use it.</summary>
    public string? PrincipalOrgId { get; init; }

    /// <summary><c>NONE</c> or <c>AWS_IAM</c>.</summary>
    public string? FunctionUrlAuthType { get; init; }

    /// <summary>Whether only a call by way of a function URL may use it.</summary>
    public bool? InvokedViaFunctionUrl { get; init; }
}
