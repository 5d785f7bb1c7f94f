namespace Canary.Local.Lambda.Environments;

/// <summary>An invocation between the moment that it was left for the runtime and the moment that the runtime answered.</summary>
internal sealed class PendingInvocation(Invocation invocation, TimeSpan timeout, TimeProvider time)
{
    private readonly TaskCompletionSource _delivered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<(byte[] Payload, bool Failed)> _answer = new(
        TaskCreationOptions.RunContinuationsAsynchronously);

    public Invocation Invocation { get; } = invocation;

    /// <summary>Completes when the runtime has taken it.</summary>
    public Task Delivered => _delivered.Task;

    public Task<(byte[] Payload, bool Failed)> Answer => _answer.Task;

    /// <summary>Marks it as taken, and tells by when the runtime must answer.</summary>
    public DateTimeOffset Deliver()
    {
        _delivered.TrySetResult();
        return time.GetUtcNow() + timeout;
    }

    public bool TryComplete(byte[] payload, bool failed) => _answer.TrySetResult((payload, failed));
}
