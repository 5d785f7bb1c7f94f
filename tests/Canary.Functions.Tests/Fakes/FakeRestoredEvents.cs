using Canary.Errors;
using Canary.Executions;

namespace Canary.Functions.Tests.Fakes;

/// <summary>Events of aliases that were given back, in memory.</summary>
internal sealed class FakeRestoredEvents : IRestoredEvents
{
    public List<AliasRestored> Sent { get; } = [];

    public bool IsBroken { get; set; }

    public Task SendAsync(IReadOnlyList<AliasRestored> restored)
    {
        if (IsBroken) return Task.FromException(new CallFailed("no bus"));
        Sent.AddRange(restored);
        return Task.CompletedTask;
    }
}
