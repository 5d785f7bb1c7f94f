using System.Text;
using Canary.Local.Lambda.Invocations;
using Canary.Local.Lambda.Model;
using Canary.Local.StepFunctions.Tasks;
using Canary.Local.Wire;

namespace Canary.Local.Tests.StepFunctions;

/// <summary>Functions that answer as told, one answer after the other; the last one goes on.</summary>
public sealed class FakeFunctions : IFunctionInvoker, ITakesClockTime
{
    private readonly Queue<Func<string, InvocationResult>> _answers = new();

    public List<(string Function, string? Qualifier, string Payload)> Calls { get; } = [];

    public TimeSpan Time { get; set; }

    /// <summary>Completes with the first invocation.</summary>
    public TaskCompletionSource Invoked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>When set, an invocation lasts until it completes.</summary>
    public Task? Gate { get; set; }

    public FakeFunctions Answers(string json) => Then(_ => Result(json, null));

    public FakeFunctions Echoes() => Then(payload => Result(payload, null));

    public FakeFunctions Fails(string errorType) => FailsWith($$"""{"errorType":"{{errorType}}","errorMessage":"no"}""");

    public FakeFunctions FailsWith(string document) => Then(_ => Result(document, "Unhandled"));

    public FakeFunctions Refuses(int status, string code) => Then(_ => throw new AwsException(status, code, "Refused."));

    public TimeSpan TimeOf(string function) => Time;

    public async Task<InvocationResult> InvokeAsync(
        string function,
        string? qualifier,
        ReadOnlyMemory<byte> payload,
        CancellationToken cancellationToken = default)
    {
        var text = Encoding.UTF8.GetString(payload.Span);
        Calls.Add((function, qualifier, text));
        Invoked.TrySetResult();
        if (Gate is not null) await Gate;
        return (_answers.Count > 1 ? _answers.Dequeue() : _answers.Peek())(text);
    }

    private static InvocationResult Result(string json, string? error) => new(
        "request-1", "7", Encoding.UTF8.GetBytes(json), error, "");

    private FakeFunctions Then(Func<string, InvocationResult> answer)
    {
        _answers.Enqueue(answer);
        return this;
    }
}
