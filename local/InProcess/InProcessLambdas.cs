using System.Text.Json;
using Canary.Local.Clocks;
using Canary.Local.Lambda.Environments;

namespace Canary.InProcess;

/// <summary>
/// Runs Canary's own Lambdas inside this process: their real classes behind their real serializer. Other functions answer as
/// <see cref="Others"/> says.
/// </summary>
/// <param name="clock">By which an invocation's time is counted.</param>
public sealed class InProcessLambdas(Clock clock) : IEnvironmentFactory
{
    private const string HandlerVariable = "ANNOTATIONS_HANDLER";
    private const string StateMachineVariable = "STATE_MACHINE_ARN";

    private readonly WaitingTime _time = new(clock);

    /// <summary>What the Lambdas get their ports from. Set once the wire stands.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>Called with each invocation of Canary's own, before the Lambda runs, in its own flow.</summary>
    public Action<string, ReadOnlyMemory<byte>>? Invoked { get; set; }

    /// <summary>Called when it has run, with what it was given and what it logged, its error at the end.</summary>
    public Action<string, ReadOnlyMemory<byte>, string>? Told { get; set; }

    /// <summary>
    /// What runs one of Canary's own: called with the version, what it is given, and the Lambda itself; null for nothing around
    /// it.
    /// </summary>
    public Func<EnvironmentSpec, ReadOnlyMemory<byte>, Func<Task<byte[]>>, Task<byte[]>>? Around { get; set; }

    /// <summary>What a function that is not Canary's answers, by its version and what it is given.</summary>
    public Func<EnvironmentSpec, ReadOnlyMemory<byte>, EnvironmentAnswer> Others { get; set; } =
        (_, _) => new("{}"u8.ToArray(), Failed: false, "", TimeSpan.Zero);

    /// <summary>
    /// How long AWS takes until one of Canary's own runs; null for no time at all. Without it what once began together begins
    /// together for ever, as it never does at AWS.
    /// </summary>
    public Func<TimeSpan>? Latency { get; set; }

    /// <inheritdoc/>
    public Task<IExecutionEnvironment> StartAsync(EnvironmentSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        // What Lambdas read from their process's environment: here all have one.
        if (spec.Definition.Environment.TryGetValue(StateMachineVariable, out var machine))
            Environment.SetEnvironmentVariable(StateMachineVariable, machine);
        return Task.FromResult<IExecutionEnvironment>(new InProcess(this, spec));
    }

    private async Task<EnvironmentAnswer> RunAsync(string handler, EnvironmentSpec spec, Invocation invocation)
    {
        if (Latency is { } latency) await Task.Delay(latency(), _time);
        var log = new LambdaLog();
        var context = new LambdaContext(spec, invocation, log, clock);
        try
        {
            Invoked?.Invoke(handler, invocation.Payload);
            var answer = await (Around is { } around ? around(spec, invocation.Payload, Run) : Run());
            return new(answer, Failed: false, "", TimeSpan.Zero);
        }
        catch (Exception fault)
        {
            log.LogLine($"{fault.GetType().Name}: {fault.Message}");
            var told = new { errorType = fault.GetType().Name, errorMessage = fault.Message };
            return new(JsonSerializer.SerializeToUtf8Bytes(told), Failed: true, "", TimeSpan.Zero);
        }
        finally
        {
            Told?.Invoke(handler, invocation.Payload, log.ToString());
        }

        Task<byte[]> Run() => Lambdas.ByHandler[handler](Services!, invocation.Payload, context);
    }

    private sealed class InProcess(InProcessLambdas all, EnvironmentSpec spec) : IExecutionEnvironment
    {
        private readonly string? _handler = spec.Definition.Environment.GetValueOrDefault(HandlerVariable);

        public bool IsUsable => true;

        public async Task<EnvironmentAnswer?> InvokeAsync(Invocation invocation) => _handler is null
            ? all.Others(spec, invocation.Payload)
            : await all.RunAsync(_handler, spec, invocation);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
