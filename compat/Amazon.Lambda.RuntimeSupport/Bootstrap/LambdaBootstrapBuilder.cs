using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>Makes a <see cref="LambdaBootstrap"/> from a handler of any of the usual shapes.</summary>
public class LambdaBootstrapBuilder
{
    private readonly LambdaBootstrapHandler _handler;
    private readonly LambdaBootstrapOptions _options = new();
    private HttpClient? _httpClient;
    private LambdaBootstrapInitializer? _initializer;

    private LambdaBootstrapBuilder(LambdaBootstrapHandler handler) => _handler = handler;

    public static LambdaBootstrapBuilder Create(Action handler) => Quiet(_ => handler());

    public static LambdaBootstrapBuilder Create(Action<ILambdaContext> handler) => Quiet(i => handler(i.LambdaContext));

    public static LambdaBootstrapBuilder Create(Action<Stream> handler) => Quiet(i => handler(i.InputStream));

    public static LambdaBootstrapBuilder Create(Action<Stream, ILambdaContext> handler) => Quiet(i => handler(i.InputStream, i.LambdaContext));

    public static LambdaBootstrapBuilder Create<TInput>(Action<TInput> handler, ILambdaSerializer serializer) => Quiet(i => handler(In<TInput>(i, serializer)));

    public static LambdaBootstrapBuilder Create<TInput>(Action<TInput, ILambdaContext> handler, ILambdaSerializer serializer) =>
        Quiet(i => handler(In<TInput>(i, serializer), i.LambdaContext));

    public static LambdaBootstrapBuilder Create(Func<Task> handler) => Quiet(_ => handler());

    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Task> handler) => Quiet(i => handler(i.LambdaContext));

    public static LambdaBootstrapBuilder Create(Func<Stream, Task> handler) => Quiet(i => handler(i.InputStream));

    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task> handler) => Quiet(i => handler(i.InputStream, i.LambdaContext));

    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task> handler, ILambdaSerializer serializer) => Quiet(i => handler(In<TInput>(i, serializer)));

    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, ILambdaContext, Task> handler, ILambdaSerializer serializer) =>
        Quiet(i => handler(In<TInput>(i, serializer), i.LambdaContext));

    public static LambdaBootstrapBuilder Create(Func<Stream, Stream> handler) => new(i => Task.FromResult(new InvocationResponse(handler(i.InputStream))));

    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Stream> handler) =>
        new(i => Task.FromResult(new InvocationResponse(handler(i.InputStream, i.LambdaContext))));

    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Stream> handler) => new(i => Task.FromResult(new InvocationResponse(handler(i.LambdaContext))));

    public static LambdaBootstrapBuilder Create(Func<ILambdaContext, Task<Stream>> handler) => new(async i => new InvocationResponse(await handler(i.LambdaContext)));

    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Stream> handler, ILambdaSerializer serializer) =>
        new(i => Task.FromResult(new InvocationResponse(handler(In<TInput>(i, serializer)))));

    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, ILambdaContext, Stream> handler, ILambdaSerializer serializer) =>
        new(i => Task.FromResult(new InvocationResponse(handler(In<TInput>(i, serializer), i.LambdaContext))));

    public static LambdaBootstrapBuilder Create<TOutput>(Func<Stream, TOutput> handler, ILambdaSerializer serializer) =>
        new(i => Task.FromResult(Out(handler(i.InputStream), serializer)));

    public static LambdaBootstrapBuilder Create<TOutput>(Func<Stream, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        new(i => Task.FromResult(Out(handler(i.InputStream, i.LambdaContext), serializer)));

    public static LambdaBootstrapBuilder Create(Func<Task<Stream>> handler) => new(async _ => new InvocationResponse(await handler()));

    public static LambdaBootstrapBuilder Create(Func<Stream, Task<Stream>> handler) => new(async i => new InvocationResponse(await handler(i.InputStream)));

    public static LambdaBootstrapBuilder Create(Func<Stream, ILambdaContext, Task<Stream>> handler) =>
        new(async i => new InvocationResponse(await handler(i.InputStream, i.LambdaContext)));

    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, Task<Stream>> handler, ILambdaSerializer serializer) =>
        new(async i => new InvocationResponse(await handler(In<TInput>(i, serializer))));

    public static LambdaBootstrapBuilder Create<TInput>(Func<TInput, ILambdaContext, Task<Stream>> handler, ILambdaSerializer serializer) =>
        new(async i => new InvocationResponse(await handler(In<TInput>(i, serializer), i.LambdaContext)));

    public static LambdaBootstrapBuilder Create<TOutput>(Func<TOutput> handler, ILambdaSerializer serializer) =>
        new(_ => Task.FromResult(Out(handler(), serializer)));

    public static LambdaBootstrapBuilder Create<TOutput>(Func<ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        new(i => Task.FromResult(Out(handler(i.LambdaContext), serializer)));

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, TOutput> handler, ILambdaSerializer serializer) =>
        new(i => Task.FromResult(Out(handler(In<TInput>(i, serializer)), serializer)));

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, ILambdaContext, TOutput> handler, ILambdaSerializer serializer) =>
        new(i => Task.FromResult(Out(handler(In<TInput>(i, serializer), i.LambdaContext), serializer)));

    public static LambdaBootstrapBuilder Create<TOutput>(Func<Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async _ => Out(await handler(), serializer));

    public static LambdaBootstrapBuilder Create<TOutput>(Func<ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async i => Out(await handler(i.LambdaContext), serializer));

    public static LambdaBootstrapBuilder Create<TOutput>(Func<Stream, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async i => Out(await handler(i.InputStream), serializer));

    public static LambdaBootstrapBuilder Create<TOutput>(Func<Stream, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async i => Out(await handler(i.InputStream, i.LambdaContext), serializer));

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async i => Out(await handler(In<TInput>(i, serializer)), serializer));

    public static LambdaBootstrapBuilder Create<TInput, TOutput>(Func<TInput, ILambdaContext, Task<TOutput>> handler, ILambdaSerializer serializer) =>
        new(async i => Out(await handler(In<TInput>(i, serializer), i.LambdaContext), serializer));

    public LambdaBootstrapBuilder UseHttpClient(HttpClient httpClient)
    {
        _httpClient = httpClient;
        return this;
    }

    /// <summary>Despite its name, sets what runs before the first invocation.</summary>
    public LambdaBootstrapBuilder UseBootstrapHandler(LambdaBootstrapInitializer lambdaBootstrapInitializer)
    {
        _initializer = lambdaBootstrapInitializer;
        return this;
    }

    public LambdaBootstrapBuilder ConfigureOptions(Action<LambdaBootstrapOptions>? options = null)
    {
        options?.Invoke(_options);
        return this;
    }

    /// <exception cref="InvalidOperationException">Nothing says where the Runtime API is: the process was not started by Lambda.</exception>
    public LambdaBootstrap Build() => new(_httpClient, _handler, _initializer, _options);

    private static LambdaBootstrapBuilder Quiet(Action<InvocationRequest> handler) => new(i =>
    {
        handler(i);
        return Task.FromResult(new InvocationResponse(new MemoryStream()));
    });

    private static LambdaBootstrapBuilder Quiet(Func<InvocationRequest, Task> handler) => new(async i =>
    {
        await handler(i);
        return new InvocationResponse(new MemoryStream());
    });

    private static T In<T>(InvocationRequest invocation, ILambdaSerializer serializer) => serializer.Deserialize<T>(invocation.InputStream);

    private static InvocationResponse Out<T>(T output, ILambdaSerializer serializer)
    {
        var stream = new MemoryStream();
        serializer.Serialize(output, stream);
        stream.Position = 0;
        return new InvocationResponse(stream);
    }
}
