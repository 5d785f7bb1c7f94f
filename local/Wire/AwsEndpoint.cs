using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Canary.Local.Wire;

/// <summary>The one loopback port on which all the embedded services answer, as <c>AWS_ENDPOINT_URL</c> and <c>aws --endpoint-url</c> expect.</summary>
public sealed class AwsEndpoint : IAsyncDisposable
{
    private const int Unknown = 501;

    private readonly WebApplication _application;

    private AwsEndpoint(WebApplication application, Uri url) => (_application, Url) = (application, url);

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>Starts to listen.</summary>
    /// <param name="services">Asked in this order who owns a request.</param>
    /// <param name="port">0 lets the system choose a free one.</param>
    /// <param name="door">What each request passes first; null for nothing.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<AwsEndpoint> StartAsync(IReadOnlyList<IWireService> services, int port = 0, FrontDoor? door = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var application = builder.Build();
        application.Run(context => AnswerAsync(services, door, context));
        await application.StartAsync();
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new AwsEndpoint(application, new Uri(address));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);
        await _application.StopAsync(soon.Token);
        await _application.DisposeAsync();
    }

    private static async Task AnswerAsync(IReadOnlyList<IWireService> services, FrontDoor? door, HttpContext context)
    {
        context.Response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        if (services.FirstOrDefault(service => service.Owns(context.Request)) is { } owner)
        {
            await AnswerAsync(owner, door, context);
            return;
        }
        context.Response.StatusCode = Unknown;
        var request = context.Request;
        await context.Response.WriteAsync($"Canary.Local does not know {request.Method} {request.Path} {request.Headers["X-Amz-Target"]}.");
    }

    /// <summary>Says what went wrong inside a service. Without this the client would see a 500 with no word in it.</summary>
    private static async Task AnswerAsync(IWireService owner, FrontDoor? door, HttpContext context)
    {
        try
        {
            await (door is { IsGuarded: true } ? GuardedAnswer.WriteAsync(door, owner, context) : owner.AnswerAsync(context));
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to read an answer.
        }
        catch (Exception fault) when (fault is not BadHttpRequestException && !context.Response.HasStarted)
        {
            const string Code = "InternalFailure";
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.Headers["x-amzn-ErrorType"] = Code;
            context.Response.ContentType = "application/json";
            // A service that failed while it answered may have announced the length of its own document.
            context.Response.ContentLength = null;
            await context.Response.WriteAsync(new JsonObject { ["__type"] = Code, ["message"] = fault.Message }.ToJsonString());
        }
    }
}
