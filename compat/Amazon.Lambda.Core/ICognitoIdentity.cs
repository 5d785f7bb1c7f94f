namespace Amazon.Lambda.Core;

/// <summary>The Amazon Cognito identity that invoked the function.</summary>
public interface ICognitoIdentity
{
    string? IdentityId { get; }

    string? IdentityPoolId { get; }
}
