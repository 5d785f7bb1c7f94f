namespace Canary.Local.Lambda.Model;

/// <summary>One version of a function at one moment, as GetFunctionConfiguration shows it.</summary>
/// <param name="Definition">What it is made of.</param>
/// <param name="FunctionArn">Its ARN, with the qualifier that it was asked for by.</param>
/// <param name="Version">A number, or <c>$LATEST</c>.</param>
/// <param name="RevisionId">Changes whenever the version does.</param>
/// <param name="CodeSha256">Base64 of the SHA-256 of the code.</param>
/// <param name="CodeSize">In bytes.</param>
/// <param name="LastModified">On the embedded AWS's clock.</param>
/// <param name="State"><c>Pending</c>, <c>Active</c> or <c>Failed</c>.</param>
/// <param name="StateReason">Why it is not Active, else null.</param>
/// <param name="StateReasonCode">The same as a code of Lambda's.</param>
/// <param name="LastUpdateStatus"><c>Successful</c>, <c>InProgress</c>, <c>Failed</c>, or null before there was one.</param>
/// <param name="LastUpdateStatusReason">Why it is not Successful, else null.</param>
/// <param name="LastUpdateStatusReasonCode">The same as a code of Lambda's.</param>
public sealed record FunctionConfiguration(
    FunctionDefinition Definition,
    string FunctionArn,
    string Version,
    string RevisionId,
    string CodeSha256,
    long CodeSize,
    DateTimeOffset LastModified,
    string State,
    string? StateReason = null,
    string? StateReasonCode = null,
    string? LastUpdateStatus = null,
    string? LastUpdateStatusReason = null,
    string? LastUpdateStatusReasonCode = null);
