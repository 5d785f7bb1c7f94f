using System.Collections.Concurrent;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Lambda.Environments;

/// <summary>The environments of all versions.</summary>
internal sealed class Fleet(IEnvironmentFactory factory, string region, int limit, Func<Uri?> endpoint) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<VersionRecord, EnvironmentPool> _pools = new();
    private readonly ConcurrentBag<EnvironmentPool> _retired = [];
    private volatile bool _disposed;

    /// <exception cref="ObjectDisposedException">The embedded AWS has stopped: no process may start any more.</exception>
    public EnvironmentPool Of(VersionRecord version)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _pools.GetOrAdd(
            version,
            added => new EnvironmentPool(
                new EnvironmentSpec(added.Definition, added.Number, region, endpoint()), factory, limit));
    }

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
        _disposed = true;
        await Task.WhenAll(_pools.Values.Concat(_retired).Select(pool => pool.DisposeAsync().AsTask()));
    }
}
