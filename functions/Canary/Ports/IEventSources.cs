namespace Canary.Ports;

/// <summary>The port to what brings records to an alias.</summary>
public interface IEventSources
{
    /// <summary>
    /// The queues and streams whose records Lambda brings to an alias; null where AWS does not tell, whatever keeps it from that:
    /// nothing hangs on the answer but a warning.
    /// </summary>
    Task<IReadOnlyList<EventSource>?> ListAsync(string functionName, string aliasName);
}
