using Canary.Ports;

namespace Canary.Functions.Tests.Fakes;

/// <summary>What calls the alias.</summary>
internal sealed class FakeEventSources : IEventSources
{
    /// <summary>Null where AWS does not tell.</summary>
    public IReadOnlyList<EventSource>? Known { get; set; } = [];

    public int Calls { get; private set; }

    public Task<IReadOnlyList<EventSource>?> ListAsync(string functionName, string aliasName)
    {
        Calls++;
        return Task.FromResult(Known);
    }
}
