namespace Canary.Local.Lambda.Model;

/// <summary>
/// What CreateEventSourceMapping and UpdateEventSourceMapping say. What is null stays as it is, or has Lambda's default.
/// </summary>
/// <param name="Function">Name, partial ARN or full ARN, with or without a qualifier at its end.</param>
/// <param name="BatchSize">1 to 10,000.</param>
/// <param name="MaximumBatchingWindowInSeconds">0 to 300.</param>
/// <param name="FunctionResponseTypes">Empty, or <c>ReportBatchItemFailures</c>.</param>
/// <param name="IsEnabled">Whether messages are brought.</param>
public sealed record EventSourceUpdate(
    string? Function = null,
    int? BatchSize = null,
    int? MaximumBatchingWindowInSeconds = null,
    IReadOnlyList<string>? FunctionResponseTypes = null,
    bool? IsEnabled = null);
