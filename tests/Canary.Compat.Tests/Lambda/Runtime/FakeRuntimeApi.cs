using System.Net;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Canary.Compat.Tests.Lambda.Runtime;

/// <summary>
/// The Runtime API as a function's process sees it: it hands out the events that a test queues and keeps what is posted back.
/// </summary>
internal sealed class FakeRuntimeApi : IAsyncDisposable
{
    private readonly Channel<(string Id, string Event)> _events = Channel.CreateUnbounded<(string, string)>();
    private readonly Channel<Posted> _posted = Channel.CreateUnbounded<Posted>();
    private readonly WebApplication _application;

    private FakeRuntimeApi(WebApplication application) => _application = application;

    /// <summary>Host and port, as AWS_LAMBDA_RUNTIME_API has it.</summary>
    public string Endpoint => new Uri(_application.Services.GetRequiredService<IServer>().Features
        .Get<IServerAddressesFeature>()!.Addresses
        .Single()).Authority;

    /// <summary>What it answers to a posted response.</summary>
    public int StatusOfResponse { get; set; } = StatusCodes.Status202Accepted;

    public static async Task<FakeRuntimeApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var api = new FakeRuntimeApi(builder.Build());
        api._application.MapGet("/2018-06-01/runtime/invocation/next", api.NextAsync);
        api._application.MapPost("/2018-06-01/runtime/{**what}", api.KeepAsync);
        await api._application.StartAsync();
        return api;
    }

    public void Queue(string id, string @event) => _events.Writer.TryWrite((id, @event));

    public async Task<Posted> PostedAsync() => await _posted.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync(new CancellationToken(true));
        await _application.DisposeAsync();
    }

    private async Task NextAsync(HttpContext context)
    {
        try
        {
            var (id, @event) = await _events.Reader.ReadAsync(context.RequestAborted);
            var headers = context.Response.Headers;
            headers["Lambda-Runtime-Aws-Request-Id"] = id;
            headers["Lambda-Runtime-Deadline-Ms"] = "4102444800000";
            headers["Lambda-Runtime-Invoked-Function-Arn"] = "arn:aws:lambda:us-east-1:123456789012:function:orders:live";
            headers["Lambda-Runtime-Trace-Id"] = "Root=1-5759e988-bd862e3fe1be46a994272793";
            await context.Response.WriteAsync(@event);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private async Task KeepAsync(HttpContext context, string what)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        context.Response.StatusCode = what.EndsWith("/response", StringComparison.Ordinal)
            ? StatusOfResponse
            : StatusCodes.Status202Accepted;
        _posted.Writer.TryWrite(
            new Posted(what, body, context.Request.ContentType, context.Request.Headers["Lambda-Runtime-Function-Error-Type"]));
        await context.Response.WriteAsync("{\"status\":\"OK\"}");
    }

    /// <summary>A request; <c>What</c> is its path below <c>/2018-06-01/runtime/</c>.</summary>
    internal sealed record Posted(string What, string Body, string? ContentType, string? ErrorType);
}
