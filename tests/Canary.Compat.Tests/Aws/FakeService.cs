using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Canary.Compat.Tests.Aws;

/// <summary>Any AWS service: keeps what it was sent and plays back prepared answers, on a free loopback port.</summary>
public sealed class FakeService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Queue<Answer> _answers;
    private readonly List<Recorded> _requests = [];

    private FakeService(Answer[] answers)
    {
        _answers = new(answers);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(Handle);
    }

    public IReadOnlyList<Recorded> Requests => _requests;

    public Recorded Only => Assert.Single(_requests);

    public string Url => _app.Urls.Single();

    public static async Task<FakeService> Playing(params Answer[] answers)
    {
        var service = new FakeService(answers);
        await service._app.StartAsync();
        return service;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Handle(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var headers = context.Request.Headers.ToDictionary(
            each => each.Key, each => each.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        _requests.Add(new Recorded(context.Request.Method, target, headers, body.ToArray()));
        var answer = _answers.Dequeue();
        context.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (answer.Body.Length > 0)
        {
            await context.Response.Body.WriteAsync(answer.Body);
        }
    }
}
