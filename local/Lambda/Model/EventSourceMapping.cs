namespace Canary.Local.Lambda.Model;

/// <summary>A queue whose messages Lambda brings to a function, as GetEventSourceMapping shows it.</summary>
/// <param name="Id">Lambda's own.</param>
/// <param name="EventSourceArn">The queue's ARN.</param>
/// <param name="FunctionArn">With the alias or the version that was named.</param>
public sealed record EventSourceMapping(string Id, string EventSourceArn, string FunctionArn)
{
    /// <summary>How many messages one invocation gets at most.</summary>
    public int BatchSize { get; init; } = 10;

    /// <summary>How long Lambda waits for a batch to fill.</summary>
    public int MaximumBatchingWindowInSeconds { get; init; }

    /// <summary>Empty, or <c>ReportBatchItemFailures</c>.</summary>
    public IReadOnlyList<string> FunctionResponseTypes { get; init; } = [];

    /// <summary>Whether messages are brought once it is settled.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>
    /// What is under way: <c>Creating</c>, <c>Updating</c>, <c>Enabling</c>, <c>Disabling</c> or <c>Deleting</c>.
    /// </summary>
    public string Change { get; init; } = "Creating";

    /// <summary>When it is over.</summary>
    public DateTimeOffset Due { get; init; }

    /// <summary>On the embedded AWS's clock.</summary>
    public DateTimeOffset LastModified { get; init; }

    /// <summary>In the function's Region and account.</summary>
    public string Arn => FunctionArn.Split(':') is [_, _, _, var region, var account, ..]
        ? $"arn:aws:lambda:{region}:{account}:event-source-mapping:{Id}"
        : "";

    /// <summary>Whether a function's answer may name single messages that it could not do.</summary>
    public bool ReportsItems => FunctionResponseTypes.Contains("ReportBatchItemFailures");

    /// <summary>The state at a moment.</summary>
    public string StateAt(DateTimeOffset now) => now < Due ? Change : IsEnabled ? "Enabled" : "Disabled";
}
