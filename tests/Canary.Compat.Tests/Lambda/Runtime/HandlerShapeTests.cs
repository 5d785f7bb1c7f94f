using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Canary.Compat.Tests.Lambda.Serialization;

namespace Canary.Compat.Tests.Lambda.Runtime;

/// <summary>
/// The builder's overloads, chosen by the compiler as the generated Main has it choose: from a delegate of a stated type.
/// </summary>
public class HandlerShapeTests
{
    private static readonly SourceGeneratorLambdaJsonSerializer<OrderJson> Serializer = new();

    [Fact]
    public Task Create_AnEventAndAContext_BothWaysSerialized() => AnswersAsync("\"in 1\"", LambdaBootstrapBuilder.Create(
        (Func<string, ILambdaContext, Task<string>>)((input, context) => Task.FromResult($"{input} {context.AwsRequestId}")),
        Serializer));

    [Fact]
    public Task Create_AnEvent_BothWaysSerialized() =>
        AnswersAsync(
            "\"in!\"",
            LambdaBootstrapBuilder.Create((Func<string, Task<string>>)(input => Task.FromResult(input + "!")), Serializer));

    [Fact]
    public Task Create_ASynchronousHandler_BothWaysSerialized() =>
        AnswersAsync("\"in 1\"", LambdaBootstrapBuilder.Create(
            (Func<string, ILambdaContext, string>)((input, context) => $"{input} {context.AwsRequestId}"), Serializer));

    [Fact]
    public Task Create_OnlyAContext_TheEventIsNotRead() =>
        AnswersAsync("\"1\"", LambdaBootstrapBuilder.Create(
            (Func<ILambdaContext, Task<string>>)(context => Task.FromResult(context.AwsRequestId)), Serializer));

    [Fact]
    public Task Create_AStreamAndAValue_OnlyTheAnswerIsSerialized() =>
        AnswersAsync(
            "\"4\"",
            LambdaBootstrapBuilder.Create((Func<Stream, Task<string>>)(input => Task.FromResult($"{input.Length}")), Serializer));

    [Fact]
    public async Task Create_ATaskWithoutAValue_IsAwaitedAndAnswersNothing()
    {
        var seen = "";
        await AnswersAsync("", LambdaBootstrapBuilder.Create((Func<string, ILambdaContext, Task>)(async (input, _) =>
        {
            await Task.Yield();
            seen = input;
        }), Serializer));

        Assert.Equal("in", seen);
    }

    [Fact]
    public async Task Create_AnAction_AnswersNothing()
    {
        var seen = 0L;
        await AnswersAsync("", LambdaBootstrapBuilder.Create((Action<Stream>)(input => seen = input.Length)));

        Assert.Equal(4, seen);
    }

    [Fact]
    public async Task Create_TheEventIsNoJson_IsTheFunctionsError()
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        await using var running =
            Running.Start(api, LambdaBootstrapBuilder.Create((Func<string, Task<string>>)Task.FromResult, Serializer));
        api.Queue("1", "{");

        Assert.Equal("JsonSerializerException", (await api.PostedAsync()).ErrorType);
    }

    private static async Task AnswersAsync(string expected, LambdaBootstrapBuilder builder)
    {
        await using var api = await FakeRuntimeApi.StartAsync();
        await using var running = Running.Start(api, builder);
        api.Queue("1", "\"in\"");

        var posted = await api.PostedAsync();

        Assert.Equal(("invocation/1/response", expected), (posted.What, posted.Body));
    }
}
