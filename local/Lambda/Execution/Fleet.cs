using System.Collections.Concurrent;
using Canary.Local.Lambda.Catalog;

namespace Canary.Local.Lambda.Execution;

/// <summary>The environments of all versions.</summary>
internal sealed class Fleet(IEnvironmentFactory factory, string region, int limit, Func<Uri?> endpoint) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<VersionRecord, EnvironmentPool> _pools = new();
    private readonly ConcurrentBag<EnvironmentPool> _retired = [];

    public EnvironmentPool Of(VersionRecord version) => _pools.GetOrAdd(
        version,
        added => new EnvironmentPool(new EnvironmentSpec(added.Definition, added.Number, region, endpoint()), factory, limit));

    /// <summary>Ends the environments of a version that is gone, and those of what it replaced.</summary>
    public void Retire(VersionRecord version)
    {
        for (var record = version; record is not null; record = record.Replaced)
        {
            if (!_pools.TryRemove(record, out var pool)) continue;
            _retired.Add(pool);
            _ = pool.RetireAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_pools.Values.Concat(_retired).Select(pool => pool.DisposeAsync().AsTask()));
    }
}
