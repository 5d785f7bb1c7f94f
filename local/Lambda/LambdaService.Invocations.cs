using Canary.Local.Clocks;
using Canary.Local.Lambda.Invocations;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Lambda;

// Invocations, and where events come from and go to.
public sealed partial class LambdaService
{
    /// <summary>Has a queue's messages brought to a function, a version or an alias.</summary>
    /// <param name="source">The queue's ARN.</param>
    /// <param name="change">At least the function.</param>
    public EventSourceMapping CreateEventSourceMapping(string? source, EventSourceUpdate change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _sources.Create(source, change);
    }

    /// <summary>Changes what is not null and nothing else.</summary>
    public EventSourceMapping UpdateEventSourceMapping(string id, EventSourceUpdate change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return _sources.Update(id, change);
    }

    /// <summary>One mapping.</summary>
    public EventSourceMapping GetEventSourceMapping(string id) => _sources.Get(id);

    /// <summary>Ends a mapping.</summary>
    public EventSourceMapping DeleteEventSourceMapping(string id) => _sources.Delete(id);

    /// <summary>All mappings, or those of a queue or of a function as it was named.</summary>
    public IReadOnlyList<EventSourceMapping> ListEventSourceMappings(string? source = null, string? function = null) =>
        _sources.List(source, function);

    /// <summary>Sets how asynchronous events of a version, an alias or $LATEST are treated, in place of what was set.</summary>
    public EventInvokeSettings PutEventInvokeConfig(string function, string? qualifier, EventInvokeConfig config) =>
        _eventInvokes.Put(function, qualifier, config);

    /// <summary>Changes what is not null and nothing else.</summary>
    public EventInvokeSettings UpdateEventInvokeConfig(string function, string? qualifier, EventInvokeConfig change) =>
        _eventInvokes.Update(function, qualifier, change);

    /// <summary>Reads it.</summary>
    public EventInvokeSettings GetEventInvokeConfig(string function, string? qualifier) => _eventInvokes.Get(function, qualifier);

    /// <summary>Takes it away.</summary>
    public void DeleteEventInvokeConfig(string function, string? qualifier) => _eventInvokes.Delete(function, qualifier);

    /// <summary>All that was set for a function, by alias or version.</summary>
    public IReadOnlyList<EventInvokeSettings> ListEventInvokeConfigs(string function) => _eventInvokes.List(function);

    /// <inheritdoc/>
    public Task<InvocationResult> InvokeAsync(
        string function, string? qualifier, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken = default) =>
        InvokeAsync(function, qualifier, payload, clientContext: null, cancellationToken);

    /// <inheritdoc/>
    public Task<InvocationResult> InvokeAsync(
        string function, string? qualifier, ReadOnlyMemory<byte> payload, HeldClock clock) =>
        InvokeAsync(function, qualifier, payload, clientContext: null, clock);

    /// <summary>Accepts an event and runs it later, with Lambda's retries.</summary>
    public void InvokeLater(string function, string? qualifier, ReadOnlyMemory<byte> payload, string? clientContext = null) =>
        _events.Accept(function, qualifier, payload, clientContext);

    void IEventInvoker.InvokeLater(string function, ReadOnlyMemory<byte> payload) => InvokeLater(function, null, payload);

    internal Task<InvocationResult> InvokeAsync(
        string function,
        string? qualifier,
        ReadOnlyMemory<byte> payload,
        string? clientContext,
        CancellationToken cancellationToken) =>
        HeldClock.WorkAsync(Clock, held => InvokeAsync(function, qualifier, payload, clientContext, held))
            .WaitAsync(cancellationToken);

    internal void DryRun(string function, string? qualifier) => _invoker.DryRun(function, qualifier);

    private async Task<InvocationResult> InvokeAsync(
        string function, string? qualifier, ReadOnlyMemory<byte> payload, string? clientContext, HeldClock clock) =>
        await _invoker.RunAsync(_invoker.Admit(function, qualifier, payload, clientContext), clock);
}
