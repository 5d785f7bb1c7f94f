using System.Text.Json;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;

namespace Canary.Compat.Tests.Lambda.Runtime;

public class LambdaBootstrapTests
{
    [Fact]
    public async Task RunAsync_AStreamHandler_PostsItsAnswerAndServesTheNext()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        await using var running = Running.Start(api, LambdaBootstrapBuilder.Create(EchoAsync));
        api.Queue("1", """{"n":1}""");
        api.Queue("2", """{"n":2}""");

        var first = await api.PostedAsync();
        var second = await api.PostedAsync();

        Assert.Equal(new FakeRuntimeApi.Posted("invocation/1/response", """{"n":1}""", "application/json", null), first);
        Assert.Equal(("invocation/2/response", """{"n":2}"""), (second.What, second.Body));
    }

    [Fact]
    public async Task RunAsync_TheHandlerThrows_ReportsTheClassNameAndGoesOn()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        var calls = 0;
        await using var running =
            Running.Start(api, LambdaBootstrapBuilder.Create((Func<Stream, ILambdaContext, Task<Stream>>)((input, context) =>
                ++calls == 1 ? throw new VersionNotReadyException("Version \"7\" is Pending.") : EchoAsync(input, context))));
        api.Queue("1", "{}");
        api.Queue("2", "{}");

        var error = await api.PostedAsync();
        var next = await api.PostedAsync();

        Assert.Equal(
            ("invocation/1/error", "VersionNotReadyException", "application/vnd.aws.lambda.error+json; charset=utf-8"),
            (error.What, error.ErrorType, error.ContentType));
        using var document = JsonDocument.Parse(error.Body);
        Assert.Equal(
            ["errorType", "errorMessage", "stackTrace"],
            document.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("VersionNotReadyException", document.RootElement.GetProperty("errorType").GetString());
        Assert.StartsWith(
            "at Canary.Compat.Tests.Lambda.Runtime.LambdaBootstrapTests",
            document.RootElement.GetProperty("stackTrace")[0].GetString(),
            StringComparison.Ordinal);
        Assert.Equal("invocation/2/response", next.What);
    }

    [Fact]
    public async Task RunAsync_TheContext_IsWhatTheHeadersSay()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        ILambdaContext? seen = null;
        string? trace = null;
        await using var running =
            Running.Start(api, LambdaBootstrapBuilder.Create((Func<Stream, ILambdaContext, Task<Stream>>)((input, context) =>
            {
                (seen, trace) = (context, Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID"));
                return EchoAsync(input, context);
            })));
        api.Queue("8476a536-e9f4-11e8-9739-2dfe598c3fcd", "{}");

        await api.PostedAsync();

        Assert.NotNull(seen);
        Assert.Equal("8476a536-e9f4-11e8-9739-2dfe598c3fcd", seen.AwsRequestId);
        Assert.Equal("arn:aws:lambda:us-east-1:123456789012:function:orders:live", seen.InvokedFunctionArn);
        Assert.Equal("Root=1-5759e988-bd862e3fe1be46a994272793", trace);
    }

    [Fact]
    public async Task RunAsync_TheInitFails_ReportsItAndThrows()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        using var bootstrap = LambdaBootstrapBuilder.Create(EchoAsync)
            .UseBootstrapHandler(() => throw new InvalidOperationException("No alias is configured."))
            .ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint)
            .Build();

        await Assert.ThrowsAsync<InvalidOperationException>(() => bootstrap.RunAsync(TestContext.Current.CancellationToken));

        var error = await api.PostedAsync();
        Assert.Equal("init/error", error.What);
        Assert.Contains(
            "\"errorType\": \"InvalidOperationException\",\n  \"errorMessage\": \"No alias is configured.\"",
            error.Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_TheInitSaysFalse_AsksForNoInvocation()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        using var bootstrap = LambdaBootstrapBuilder.Create(EchoAsync)
            .UseBootstrapHandler(() => Task.FromResult(false))
            .ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint)
            .Build();

        await bootstrap.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task RunAsync_TheResponseIsTooLarge_Throws()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        api.StatusOfResponse = 413;
        api.Queue("1", "{}");
        using var bootstrap = LambdaBootstrapBuilder.Create(EchoAsync)
            .ConfigureOptions(options => options.RuntimeApiEndpoint = api.Endpoint)
            .Build();

        var refused =
            await Assert.ThrowsAsync<RuntimeApiClientException>(() => bootstrap.RunAsync(TestContext.Current.CancellationToken));

        Assert.Equal(413, refused.StatusCode);
    }

    [Fact]
    public async Task RunAsync_Cancelled_EndsTheWait()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        var running = Running.Start(api, LambdaBootstrapBuilder.Create(EchoAsync));

        await running.DisposeAsync();

        Assert.True(running.Done.IsCompletedSuccessfully);
    }

    [Fact]
    public void Build_NoRuntimeApi_SaysWhatIsMissing()
    {
        var refused = Assert.Throws<InvalidOperationException>(() => LambdaBootstrapBuilder.Create(EchoAsync).Build());

        Assert.Contains("AWS_LAMBDA_RUNTIME_API", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<Stream> EchoAsync(Stream input, ILambdaContext context)
    {
        var copy = new MemoryStream();
        await input.CopyToAsync(copy);
        copy.Position = 0;
        return copy;
    }

    private sealed class VersionNotReadyException(string message) : Exception(message);
}
