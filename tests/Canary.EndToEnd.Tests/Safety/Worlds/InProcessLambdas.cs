using System.Reflection;
using System.Text.Json;
using Amazon.Lambda.Annotations;
using Amazon.Lambda.TestUtilities;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.Functions.Hosting;
using Canary.Local.Lambda.Environments;
using Microsoft.Extensions.DependencyInjection;

namespace Canary.EndToEnd.Tests.Safety.Worlds;

/// <summary>Canary's own Lambdas inside the test: their real classes behind their real serializer, without a process.</summary>
internal sealed class InProcessLambdas : IEnvironmentFactory
{
    private static readonly Dictionary<string, MethodInfo> Lambdas = typeof(Startup).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods())
        .Where(method => method.GetCustomAttribute<LambdaFunctionAttribute>() is not null)
        .ToDictionary(method => method.Name);

    private static readonly RolloutSerializer Serializer = new();

    /// <summary>What the Lambdas get their ports from. Set once the wire stands.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>Called with each invocation, before the Lambda runs, in its own flow.</summary>
    public Action<string, ReadOnlyMemory<byte>>? Invoked { get; set; }

    /// <summary>Called with the name of a hook that is to answer by its task token, and the token.</summary>
    public Action<string, string>? Asked { get; set; }

    /// <summary>Called when it has run, with what it logged and the error that it ended with.</summary>
    public Action<string, ReadOnlyMemory<byte>, string>? Told { get; set; }

    public Task<IExecutionEnvironment> StartAsync(EnvironmentSpec spec)
    {
        var name = spec.Definition.Environment.GetValueOrDefault("ANNOTATIONS_HANDLER");
        if (spec.Definition.Environment.TryGetValue("STATE_MACHINE_ARN", out var machine))
            Environment.SetEnvironmentVariable("STATE_MACHINE_ARN", machine);
        return Task.FromResult<IExecutionEnvironment>(
            new InProcess(this, name is null ? null : Lambdas[name], spec.Definition.Name));
    }

    private async Task<EnvironmentAnswer> RunAsync(MethodInfo lambda, Invocation invocation)
    {
        var words = new Words();
        try
        {
            Invoked?.Invoke(lambda.Name, invocation.Payload);
            var instance = ActivatorUtilities.CreateInstance(Services!, lambda.DeclaringType!);
            var input = Read(lambda.GetParameters()[0].ParameterType, invocation.Payload);
            var context = new TestLambdaContext
            {
                AwsRequestId = invocation.RequestId,
                InvokedFunctionArn = invocation.FunctionArn,
                Logger = words,
                RemainingTime = TimeSpan.FromMinutes(1),
            };
            var answer = lambda.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, [input, context], null)!;
            if (answer is Task running)
            {
                await running;
                answer = running.GetType().GetProperty("Result")!.GetValue(running)!;
            }
            using var output = new MemoryStream();
            Write(lambda.ReturnType.IsGenericType && lambda.ReturnType.GetGenericTypeDefinition() == typeof(Task<>)
                ? lambda.ReturnType.GetGenericArguments()[0]
                : lambda.ReturnType, answer, output);
            return new(output.ToArray(), false, "", TimeSpan.Zero);
        }
        catch (Exception fault)
        {
            words.LogLine($"{fault.GetType().Name}: {fault.Message}");
            var told = new { errorType = fault.GetType().Name, errorMessage = fault.Message };
            return new(JsonSerializer.SerializeToUtf8Bytes(told), true, "", TimeSpan.Zero);
        }
        finally
        {
            Told?.Invoke(lambda.Name, invocation.Payload, words.ToString());
        }
    }

    private static object? Read(Type type, ReadOnlyMemory<byte> payload)
    {
        using var stream = new MemoryStream(payload.ToArray());
        return typeof(RolloutSerializer).GetMethod("Deserialize")!.MakeGenericMethod(type).Invoke(Serializer, [stream]);
    }

    private static void Write(Type type, object answer, Stream output) =>
        typeof(RolloutSerializer).GetMethod("Serialize")!.MakeGenericMethod(type).Invoke(Serializer, [answer, output]);

    private EnvironmentAnswer OfHook(string name, ReadOnlyMemory<byte> payload)
    {
        using var document = JsonDocument.Parse(payload);
        if (document.RootElement.TryGetProperty("taskToken", out var token)) Asked?.Invoke(name, token.GetString()!);
        return name == World.HookName(HookWord.Throws)
            ? new("""{"errorType":"Smoke","errorMessage":"smoke"}"""u8.ToArray(), true, "", TimeSpan.Zero)
            : name == World.HookName(HookWord.Fails)
                ? new("""{"status":"Failed","reason":"smoke"}"""u8.ToArray(), false, "", TimeSpan.Zero)
                : new("{}"u8.ToArray(), false, "", TimeSpan.Zero);
    }

    private sealed class InProcess(InProcessLambdas all, MethodInfo? lambda, string name) : IExecutionEnvironment
    {
        public bool IsUsable => true;

        public async Task<EnvironmentAnswer?> InvokeAsync(Invocation invocation) =>
            lambda is null ? all.OfHook(name, invocation.Payload) : await all.RunAsync(lambda, invocation);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
