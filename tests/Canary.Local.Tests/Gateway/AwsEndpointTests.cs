using System.Text.Json.Nodes;
using Canary.Local.Gateway;
using Canary.Local.Wire;
using Microsoft.AspNetCore.Http;

namespace Canary.Local.Tests.Gateway;

public class AwsEndpointTests
{
    [Fact]
    public async Task Answer_ServiceThrows_SaysWhatAndShowsNoStack()
    {
        var failing = new Answering(_ => throw new InvalidOperationException("The \"store\" is gone."));
        await using var endpoint = await AwsEndpoint.StartAsync(new AwsRouter([failing]));
        using var http = new HttpClient { BaseAddress = endpoint.Url };
        using var response = await http.GetAsync(new Uri("any", UriKind.Relative));
        Assert.Equal(
            (500, "InternalFailure"), ((int)response.StatusCode, response.Headers.GetValues("x-amzn-ErrorType").Single()));
        Assert.Single(response.Headers.GetValues("x-amzn-RequestId"));
        var document = JsonNode.Parse(await response.Content.ReadAsStringAsync());
        Assert.True(
            JsonNode.DeepEquals(
                new JsonObject { ["__type"] = "InternalFailure", ["message"] = "The \"store\" is gone." }, document),
            $"{document}");
    }

    [Fact]
    public async Task Answer_ServiceThrowsAfterTheClientLeft_WritesNothing()
    {
        var started = new TaskCompletionSource();
        var status = new TaskCompletionSource<int>();
        await using var endpoint = await AwsEndpoint.StartAsync(new AwsRouter([new Answering(async context =>
        {
            context.Response.OnCompleted(() =>
            {
                status.SetResult(context.Response.StatusCode);
                return Task.CompletedTask;
            });
            started.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        })]));
        using var leaving = new CancellationTokenSource();
        using var http = new HttpClient { BaseAddress = endpoint.Url };
        var request = http.GetAsync(new Uri("any", UriKind.Relative), leaving.Token);
        await started.Task;
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
        Assert.NotEqual(500, await status.Task);
    }

    private sealed class Answering(Func<HttpContext, Task> answer) : IWireService
    {
        public bool Owns(HttpRequest request) => true;

        public Task AnswerAsync(HttpContext context) => answer(context);

        public ValueTask<ApiCall> ReadCallAsync(HttpRequest request) => ValueTask.FromResult(new ApiCall("any", "Thing"));

        public Task RefuseAsync(HttpContext context, AwsException refusal) => context.Response.WriteAsync(refusal.Code);
    }
}
