namespace Canary.Ports;

/// <summary>A version of a function as Lambda describes it.</summary>
/// <param name="Version">Its number, or <c>$LATEST</c>.</param>
/// <param name="CodeSha256">The Base64 of its code's SHA-256.</param>
/// <param name="State">Lambda's state, such as <c>Active</c> or <c>Pending</c>.</param>
/// <param name="LastUpdateStatus">
/// Lambda's status of the last update: <c>Successful </c>, <c>InProgress </c> or <c>Failed </c>.
/// </param>
/// <param name="StateReason">Lambda's reason for a state that is not Active, or for a failed update.</param>
public sealed record FunctionVersion(
    string Version, string? CodeSha256, string? State, string? LastUpdateStatus, string? StateReason)
{
    /// <summary>The ARN of its execution role.</summary>
    public string? Role { get; init; }

    /// <summary>The ARN of its dead-letter queue or topic, or null.</summary>
    public string? DeadLetterTarget { get; init; }

    /// <summary>What makes the publication of such a version wait, or null where a version is Active at once.</summary>
    public string? SlowStart { get; init; }

    /// <summary>How long one request of it may take.</summary>
    public int? TimeoutSeconds { get; init; }

    /// <summary>The subnets and security groups that it runs in, in one order; null outside of a VPC.</summary>
    public string? Network { get; init; }

    /// <summary>The concurrency that is reserved for the function as a whole; null where none is.</summary>
    public int? Reserved { get; init; }

    /// <summary>Whether one request of it is an execution of several invocations, which may outlive the rollout.</summary>
    public bool IsDurable { get; init; }

    /// <summary>Whether it is, or will be, <c>Active</c> by itself.</summary>
    public bool IsUsable => State is null or "Active" or "Pending" && LastUpdateStatus != "Failed";
}
