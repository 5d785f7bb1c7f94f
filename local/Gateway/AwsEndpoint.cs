using System.Net;
using Canary.Local.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Canary.Local.Gateway;

/// <summary>
/// The one loopback port on which all the embedded services answer, as <c>AWS_ENDPOINT_URL</c> and <c>aws --endpoint-url</c>
/// expect.
/// </summary>
public sealed class AwsEndpoint : IAsyncDisposable
{
    private readonly WebApplication _application;

    private AwsEndpoint(WebApplication application, Uri url) => (_application, Url) = (application, url);

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>Starts to listen.</summary>
    /// <param name="router">Finds the answers.</param>
    /// <param name="port">0 lets the system choose a free one.</param>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<AwsEndpoint> StartAsync(AwsRouter router, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        var application = builder.Build();
        application.Run(context => LocalCallers.AnswerAsync(context, router.AnswerAsync));
        await application.StartAsync();
        var address =
            application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new AwsEndpoint(application, new Uri(address));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);
        await _application.StopAsync(soon.Token);
        await _application.DisposeAsync();
    }
}
