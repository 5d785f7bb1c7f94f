namespace Canary.Local.Lambda.Environments;

/// <summary>
/// The environments of one version: idle ones are reused, the latest first, and a new one starts when all are busy.
/// </summary>
internal sealed class EnvironmentPool(EnvironmentSpec spec, IEnvironmentFactory factory, int limit) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Stack<IExecutionEnvironment> _idle = new();
    private readonly HashSet<IExecutionEnvironment> _all = [];
    private int _busy;
    private bool _retired;

    /// <summary>
    /// Takes a place for one invocation; false if all are taken. Each one taken must be used by one <see cref="InvokeAsync"/> or
    /// <see cref="Leave"/>.
    /// </summary>
    public bool TryEnter()
    {
        lock (_gate)
        {
            if (_retired || _busy == limit) return false;
            _busy++;
            return true;
        }
    }

    /// <summary>Gives the place back unused.</summary>
    public void Leave()
    {
        lock (_gate) _busy--;
    }

    public async Task<EnvironmentAnswer> InvokeAsync(Invocation invocation)
    {
        try
        {
            while (true)
            {
                var environment = await TakeAsync();
                var answer = await environment.InvokeAsync(invocation);
                await GiveBackAsync(environment);
                // Null: it had died since its last invocation. A fresh one always answers.
                if (answer is not null) return answer;
            }
        }
        finally
        {
            Leave();
        }
    }

    /// <summary>Ends what is idle now, and the rest after the invocation that it is busy with.</summary>
    public async Task RetireAsync()
    {
        List<IExecutionEnvironment> idle;
        lock (_gate)
        {
            _retired = true;
            idle = [.. _idle];
            _all.ExceptWith(idle);
            _idle.Clear();
        }
        await Task.WhenAll(idle.Select(environment => environment.DisposeAsync().AsTask()));
    }

    public async ValueTask DisposeAsync()
    {
        await RetireAsync();
        List<IExecutionEnvironment> busy;
        lock (_gate) busy = [.. _all];
        await Task.WhenAll(busy.Select(environment => environment.DisposeAsync().AsTask()));
    }

    private async Task<IExecutionEnvironment> TakeAsync()
    {
        lock (_gate)
        {
            while (_idle.TryPop(out var idle))
            {
                if (idle.IsUsable) return idle;
                _all.Remove(idle);
                _ = idle.DisposeAsync().AsTask();
            }
        }
        var started = await factory.StartAsync(spec);
        lock (_gate) _all.Add(started);
        return started;
    }

    private async Task GiveBackAsync(IExecutionEnvironment environment)
    {
        lock (_gate)
        {
            if (environment.IsUsable && !_retired)
            {
                _idle.Push(environment);
                return;
            }
            _all.Remove(environment);
        }
        await environment.DisposeAsync();
    }
}
