using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The loop of a function's process: the init, then one invocation after the other.</summary>
public class LambdaBootstrap : IDisposable
{
    private readonly HttpClient _httpClient;
    private readonly bool _ownsHttpClient;
    private readonly LambdaBootstrapHandler _handler;
    private readonly LambdaBootstrapInitializer? _initializer;
    private readonly RuntimeApi _client;

    public LambdaBootstrap(LambdaBootstrapHandler handler, LambdaBootstrapInitializer? initializer = null)
        : this(null, handler, initializer, null)
    {
    }

    public LambdaBootstrap(HttpClient httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer? initializer = null)
        : this(httpClient, handler, initializer, null)
    {
    }

    internal LambdaBootstrap(HttpClient? httpClient, LambdaBootstrapHandler handler, LambdaBootstrapInitializer? initializer, LambdaBootstrapOptions? options)
    {
        _ownsHttpClient = httpClient is null;
        _httpClient = httpClient ?? ConstructHttpClient();
        // Lambda freezes the process while it waits for the next invocation: that wait has no bound.
        _httpClient.Timeout = Timeout.InfiniteTimeSpan;
        _handler = handler;
        _initializer = initializer;
        _client = new RuntimeApi(_httpClient, LambdaVariables.Read(options));
    }

    /// <summary>A client for the Runtime API. That is always on this machine, so a proxy of the environment does not apply.</summary>
    public static HttpClient ConstructHttpClient()
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        client.DefaultRequestHeaders.Add("User-Agent", $"aws-lambda-dotnet/{Environment.Version}-compat");
        return client;
    }

    /// <summary>Runs until cancelled. A handler's exception is reported to Lambda and the loop goes on; any other ends the process.</summary>
    /// <exception cref="RuntimeApiClientException">The Runtime API refused something, such as a response that is too large.</exception>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        if (_initializer is not null && !await InitializeAsync(_initializer)) return;
        var once = string.Equals(Environment.GetEnvironmentVariable("AWS_LAMBDA_DOTNET_DEBUG_RUN_ONCE"), "true", StringComparison.OrdinalIgnoreCase);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await InvokeOnceAsync(cancellationToken);
                if (once) return;
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing && _ownsHttpClient) _httpClient.Dispose();
    }

    private async Task<bool> InitializeAsync(LambdaBootstrapInitializer initializer)
    {
        try
        {
            return await initializer();
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync(exception.ToString());
            await _client.ReportInitializationErrorAsync(exception);
            throw;
        }
    }

    private async Task InvokeOnceAsync(CancellationToken cancellationToken)
    {
        using var invocation = await _client.GetNextInvocationAsync(cancellationToken);
        var requestId = invocation.LambdaContext.AwsRequestId;
        InvocationResponse response;
        try
        {
            response = await _handler(invocation);
        }
        catch (Exception exception)
        {
            await Console.Error.WriteLineAsync(exception.ToString());
            await _client.ReportInvocationErrorAsync(requestId, exception, CancellationToken.None);
            return;
        }
        try
        {
            // What has begun is answered, also when the loop is cancelled meanwhile: the caller waits for it.
            await _client.SendResponseAsync(requestId, response.OutputStream, CancellationToken.None);
        }
        finally
        {
            if (response.DisposeOutputStream) await response.OutputStream.DisposeAsync();
        }
    }
}
