using System.Text.Json;
using Amazon.Runtime;
using Canary.Local;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Canary.InProcess;

/// <summary>The wire to an embedded AWS without a socket: the same requests, the same answers, the same faults.</summary>
public sealed class InProcessWire(LocalAws aws) : HttpMessageHandler
{
    /// <summary>A call is about to be made.</summary>
    public Action? Calling { get; set; }

    /// <summary>A call has been answered, or was not.</summary>
    public Action? Called { get; set; }

    /// <summary>An execution's history is about to be read.</summary>
    public Action<string>? Reading { get; set; }

    /// <summary>For an AWS client's configuration.</summary>
    public HttpClientFactory ToFactory() =>
        new Factory(new HttpClient(this, disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan });

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var context = new DefaultHttpContext();
        var line = new Line();
        context.Features.Set<IHttpRequestLifetimeFeature>(line);
        await CopyAsync(request, context.Request, cancellationToken);
        using var body = new MemoryStream();
        context.Response.Body = body;
        if (context.Request.Headers["X-Amz-Target"] == "AWSStepFunctions.GetExecutionHistory")
            Reading?.Invoke(await ExecutionOfAsync(request, cancellationToken));
        Calling?.Invoke();
        await aws.AnswerAsync(context);
        Called?.Invoke();
        if (line.IsCut) throw new HttpRequestException($"The connection of {request.Method} {request.RequestUri} was cut.");
        var response = new HttpResponseMessage((System.Net.HttpStatusCode)context.Response.StatusCode)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(body.ToArray()),
        };
        foreach (var (name, values) in context.Response.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                response.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }
        return response;
    }

    private static async Task<string> ExecutionOfAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var document = JsonDocument.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken));
        return document.RootElement.GetProperty("executionArn").GetString()!;
    }

    private static async Task CopyAsync(HttpRequestMessage from, HttpRequest to, CancellationToken cancellationToken)
    {
        to.Method = from.Method.Method;
        to.Scheme = from.RequestUri!.Scheme;
        to.Host = new HostString(from.RequestUri.Authority);
        to.Path = PathString.FromUriComponent(from.RequestUri.AbsolutePath);
        to.QueryString = new QueryString(from.RequestUri.Query);
        var content = from.Content?.Headers.AsEnumerable() ?? [];
        foreach (var (name, values) in from.Headers.Concat(content)) to.Headers[name] = values.ToArray();
        var bytes = from.Content is null ? [] : await from.Content.ReadAsByteArrayAsync(cancellationToken);
        to.Body = new MemoryStream(bytes);
        to.ContentLength = bytes.Length;
    }

    private sealed class Line : IHttpRequestLifetimeFeature
    {
        public CancellationToken RequestAborted { get; set; }

        public bool IsCut { get; private set; }

        public void Abort() => IsCut = true;
    }

    private sealed class Factory(HttpClient client) : HttpClientFactory
    {
        // Asked for each request, as the SDK is not to keep any: it would share them among clients.
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client;

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

        public override string? GetConfigUniqueString(IClientConfig clientConfig) => null;
    }
}
