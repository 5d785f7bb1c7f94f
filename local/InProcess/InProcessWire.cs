using System.Text.Json;
using Amazon.Runtime;
using Canary.Local;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Canary.InProcess;

/// <summary>The wire to an embedded AWS without a socket: the same requests, the same answers, the same faults.</summary>
public sealed class InProcessWire(LocalAws aws) : HttpMessageHandler
{
    private const string Target = "X-Amz-Target";

    // As the Lambdas' own client of EventBridge does, which counts in real time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>A call is about to be made that may change something, or tell Canary something: no event for others.</summary>
    public Action? Calling { get; set; }

    /// <summary>Such a call has been answered, or was not.</summary>
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
        if (context.Request.Headers[Target] == "AWSStepFunctions.GetExecutionHistory")
            Reading?.Invoke(await ExecutionOfAsync(request, cancellationToken));
        if (context.Request.Headers[Target].ToString().StartsWith("AWSEvents.", StringComparison.Ordinal))
        {
            await AnswerSoonAsync(context);
        }
        else
        {
            Calling?.Invoke();
            await aws.AnswerAsync(context);
            Called?.Invoke();
        }
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

    private async Task AnswerSoonAsync(HttpContext context)
    {
        var answer = aws.AnswerAsync(context);
        var isLate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        IDisposable? hold = null;
        var patience = answer.IsCompleted ? Timeout.InfiniteTimeSpan : Patience;
        using (aws.Clock.CreateTimer(_ => GiveUp(), null, patience, Timeout.InfiniteTimeSpan))
            await Task.WhenAny(answer, isLate.Task);
        if (!isLate.Task.IsCompleted)
        {
            await answer;
            return;
        }
        // What AWS still does for it lets time pass, though the Lambda goes on: not before that has ended.
        _ = answer.ContinueWith(_ => hold!.Dispose(), TaskScheduler.Default);
        throw new TaskCanceledException("The answer took too long.");

        void GiveUp()
        {
            hold = aws.Clock.Hold();
            isLate.TrySetResult();
        }
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
