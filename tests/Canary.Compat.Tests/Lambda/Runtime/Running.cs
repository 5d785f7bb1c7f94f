using Amazon.Lambda.RuntimeSupport;

namespace Canary.Compat.Tests.Lambda.Runtime;

/// <summary>A bootstrap that runs until the test has seen enough.</summary>
internal sealed class Running : IAsyncDisposable
{
    private readonly CancellationTokenSource _enough = new();
    private readonly LambdaBootstrap _bootstrap;

    private Running(LambdaBootstrap bootstrap) => (_bootstrap, Done) = (bootstrap, bootstrap.RunAsync(_enough.Token));

    public Task Done { get; }

    public static Running Start(FakeRuntimeApi api, LambdaBootstrapBuilder builder) =>
        new(builder.ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint).Build());

    public async ValueTask DisposeAsync()
    {
        await _enough.CancelAsync();
        await Done;
        _bootstrap.Dispose();
        _enough.Dispose();
    }
}
