using System.Collections.Concurrent;
using Canary.Local.Clocks;
using Canary.Local.Lambda.Model;
using Canary.Local.Sqs;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.EventSources;

/// <summary>Those who bring the messages: one for each mapping.</summary>
/// <param name="clock">Whose time it is.</param>
/// <param name="region">What the records say.</param>
/// <param name="find">A mapping as it is now.</param>
/// <param name="invoke">Runs a function, named by its ARN.</param>
internal sealed class QueuePollers(
    Clock clock,
    string region,
    Func<string, EventSourceMapping> find,
    Func<string, byte[], HeldClock, Task<InvocationResult>> invoke) : IDisposable
{
    private readonly ConcurrentDictionary<string, (string Queue, QueuePoller Poller)> _pollers = new();

    /// <summary>Watches a mapping from the moment on at which its change is over.</summary>
    public void Watch(EventSourceMapping mapping, SqsService queues)
    {
        var (_, poller) = _pollers.GetOrAdd(
            mapping.Id, id => (mapping.EventSourceArn, new QueuePoller(() => Find(id), queues, invoke, clock, region)));
        poller.LookAt(mapping.Due);
    }

    /// <summary>A message has come, or shows again.</summary>
    public void Arrived(string queue)
    {
        foreach (var (_, (arn, poller)) in _pollers)
        {
            if (arn == queue) poller.Look();
        }
    }

    public void Dispose()
    {
        foreach (var (_, (_, poller)) in _pollers) poller.Dispose();
    }

    private EventSourceMapping? Find(string id)
    {
        try
        {
            return find(id);
        }
        catch (AwsException)
        {
            // It was deleted.
            if (_pollers.TryRemove(id, out var gone)) gone.Poller.Dispose();
            return null;
        }
    }
}
