using System.Net;
using System.Threading.Channels;
using Canary.Local.Wire;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Canary.Local.Lambda.Environments;

/// <summary>
/// The Lambda Runtime API (version 2018-06-01) of one execution environment, on a port of its own: <c>AWS_LAMBDA_RUNTIME_API</c>
/// holds a host and a port, and runtimes need not take a path there. A bare Kestrel without a host, since there is one for each
/// environment.
/// </summary>
internal sealed class RuntimeApi : IHttpApplication<HttpContext>, IAsyncDisposable
{
    private const string Root = "/2018-06-01/runtime/";
    private readonly Channel<PendingInvocation> _queue = Channel.CreateUnbounded<PendingInvocation>();
    private readonly TaskCompletionSource<byte[]> _initError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly KestrelServer _server;
    private PendingInvocation? _current;

    private RuntimeApi(KestrelServer server) => _server = server;

    /// <summary>Host and port, as the runtime wants them.</summary>
    public string Address => new Uri(_server.Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;

    /// <summary>Completes with an error document if the runtime says that it cannot start.</summary>
    public Task<byte[]> InitError => _initError.Task;

    public static async Task<RuntimeApi> StartAsync()
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, 0);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        var api = new RuntimeApi(new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance));
        await api._server.StartAsync(api, CancellationToken.None);
        return api;
    }

    /// <summary>Leaves an invocation for the runtime's next poll.</summary>
    public void Offer(PendingInvocation invocation) => _queue.Writer.TryWrite(invocation);

    /// <inheritdoc/>
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    /// <inheritdoc/>
    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }

    /// <inheritdoc/>
    public Task ProcessRequestAsync(HttpContext context) => LocalCallers.AnswerAsync(context, AnswerAsync);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var parts = path.StartsWith(Root, StringComparison.Ordinal) ? path[Root.Length..].Split('/') : [];
        await ((context.Request.Method, parts) switch
        {
            ("GET", ["invocation", "next"]) => NextAsync(context),
            ("POST", ["invocation", var id, "response"]) => CompleteAsync(context, id, failed: false),
            ("POST", ["invocation", var id, "error"]) => CompleteAsync(context, id, failed: true),
            ("POST", ["init", "error"]) => FailInitAsync(context),
            _ => RefuseAsync(
                context,
                StatusCodes.Status404NotFound,
                "InvalidPath",
                $"There is no {context.Request.Method} {path} in the Runtime API."),
        });
    }

    private async Task NextAsync(HttpContext context)
    {
        try
        {
            var next = await _queue.Reader.ReadAsync(context.RequestAborted);
            Volatile.Write(ref _current, next);
            var headers = context.Response.Headers;
            headers["Lambda-Runtime-Aws-Request-Id"] = next.Invocation.RequestId;
            headers["Lambda-Runtime-Invoked-Function-Arn"] = next.Invocation.FunctionArn;
            headers["Lambda-Runtime-Deadline-Ms"] = $"{next.Deliver().ToUnixTimeMilliseconds()}";
            headers["Lambda-Runtime-Trace-Id"] =
                $"Root=1-{Guid.NewGuid().ToString("N")[..8]}-{Guid.NewGuid().ToString("N")[..24]};Sampled=0";
            if (next.Invocation.ClientContext is { } client) headers["Lambda-Runtime-Client-Context"] = client;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = next.Invocation.Payload.Length;
            await context.Response.Body.WriteAsync(next.Invocation.Payload, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The process has ended; who waits for the invocation sees that by itself.
        }
    }

    private async Task CompleteAsync(HttpContext context, string id, bool failed)
    {
        var payload = await ReadAsync(context);
        var current = Volatile.Read(ref _current);
        if (current?.Invocation.RequestId == id && current.TryComplete(payload, failed)) await AcceptAsync(context);
        else
            await RefuseAsync(
                context, StatusCodes.Status400BadRequest, "InvalidRequestID", $"'{id}' is not the invocation under way.");
    }

    private async Task FailInitAsync(HttpContext context)
    {
        _initError.TrySetResult(await ReadAsync(context));
        await AcceptAsync(context);
    }

    private static async Task<byte[]> ReadAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    private static Task AcceptAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        return context.Response.WriteAsJsonAsync(new { status = "OK" });
    }

    private static Task RefuseAsync(HttpContext context, int status, string errorType, string errorMessage)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(new { errorType, errorMessage });
    }
}
