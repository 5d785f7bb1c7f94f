namespace Canary.Local.Lambda.Model;

/// <summary>A function URL as Lambda shows it. Nothing answers at it here.</summary>
/// <param name="FunctionArn">With the alias, if it is an alias's.</param>
/// <param name="Url">Where AWS would answer.</param>
/// <param name="AuthType"><c>NONE</c> or <c>AWS_IAM</c>.</param>
/// <param name="InvokeMode"><c>BUFFERED</c> or <c>RESPONSE_STREAM</c>.</param>
/// <param name="Created">On the embedded AWS's clock.</param>
/// <param name="Modified">The same.</param>
public sealed record FunctionUrl(
    string FunctionArn, string Url, string AuthType, string InvokeMode, DateTimeOffset Created, DateTimeOffset Modified);
