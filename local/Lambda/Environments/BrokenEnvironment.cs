namespace Canary.Local.Lambda.Environments;

/// <summary>An environment whose code has no entry point: Lambda, too, finds that out at the first invocation.</summary>
internal sealed class BrokenEnvironment(string missing) : IExecutionEnvironment
{
    public bool IsUsable => false;

    public Task<EnvironmentAnswer?> InvokeAsync(Invocation invocation)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var document = FunctionFault.NoEntrypoint(invocation.RequestId, missing);
        return Task.FromResult<EnvironmentAnswer?>(new EnvironmentAnswer(document, Failed: true, "", TimeSpan.Zero));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
