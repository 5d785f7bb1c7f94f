using System.Diagnostics;
using System.Globalization;

namespace Canary.Local.Lambda.Environments;

/// <summary>A process on a Runtime API of its own.</summary>
internal sealed class ProcessEnvironment : IExecutionEnvironment
{
    /// <summary>Lambda gives an initialization 10 s. A laptop that starts several processes at once needs more.</summary>
    private static readonly TimeSpan InitLimit = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan ExitGrace = TimeSpan.FromSeconds(10);

    private readonly EnvironmentSpec _spec;
    private readonly RuntimeApi _api;
    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly LogMetrics _metrics;
    private readonly LogTail _log = new();
    private readonly Task _exited;
    private bool _hasTakenOne;
    private int _exitCode;
    private int _disposed;

    public ProcessEnvironment(EnvironmentSpec spec, RuntimeApi api, Process process, LogMetrics metrics, TimeProvider time)
    {
        (_spec, _api, _process, _metrics, _time) = (spec, api, process, metrics, time);
        process.StandardInput.Close();
        _exited = EndAsync(PumpAsync(process.StandardOutput.BaseStream), PumpAsync(process.StandardError.BaseStream));
    }

    public bool IsUsable => _disposed == 0 && !_exited.IsCompleted && !_api.InitError.IsCompleted;

    public async Task<EnvironmentAnswer?> InvokeAsync(Invocation invocation)
    {
        ArgumentNullException.ThrowIfNull(invocation);
        var limit = TimeSpan.FromSeconds(_spec.Definition.TimeoutSeconds);
        var pending = new PendingInvocation(invocation, limit, _time);
        // What the process writes while it starts belongs to the log of its first invocation.
        if (_hasTakenOne) _log.Clear();
        _log.Append($"START RequestId: {invocation.RequestId} Version: {_spec.Version}\n");
        _metrics.Begin();
        _api.Offer(pending);
        await WaitAsync(InitLimit, pending.Delivered, _api.InitError, _exited);
        if (!pending.Delivered.IsCompleted)
        {
            if (_hasTakenOne && !_api.InitError.IsCompleted) return null;
            return await FailAsync(invocation, TimeSpan.Zero, (int)InitLimit.TotalSeconds);
        }
        _hasTakenOne = true;
        var began = _time.GetTimestamp();
        await WaitAsync(limit, pending.Answer, _exited);
        var took = _time.GetElapsedTime(began);
        if (!pending.Answer.IsCompleted) return await FailAsync(invocation, took, _spec.Definition.TimeoutSeconds);
        var (payload, failed) = await pending.Answer;
        var tooLarge = FunctionFault.TooLarge(payload.Length);
        return Answer(invocation, tooLarge ?? payload, failed || tooLarge is not null, took);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        ChildProcesses.Kill(_process);
        await _api.DisposeAsync();
        await _exited;
        _process.Dispose();
    }

    private async Task<EnvironmentAnswer> FailAsync(Invocation invocation, TimeSpan took, int seconds)
    {
        // A runtime that reports a failed initialization ends then; only at its end has all that it wrote arrived.
        if (_api.InitError.IsCompleted) await WaitAsync(ExitGrace, _exited);
        var document = _api.InitError.IsCompletedSuccessfully ? await _api.InitError
            : _exited.IsCompleted ? FunctionFault.Exited(invocation.RequestId, _exitCode)
            : FunctionFault.TimedOut(invocation.RequestId, seconds);
        var answer = Answer(invocation, document, failed: true, took);
        await DisposeAsync();
        return answer;
    }

    private EnvironmentAnswer Answer(Invocation invocation, byte[] payload, bool failed, TimeSpan took)
    {
        var milliseconds = took.TotalMilliseconds;
        _log.Append($"END RequestId: {invocation.RequestId}\n");
        _log.Append(string.Create(
            CultureInfo.InvariantCulture,
            $"REPORT RequestId: {invocation.RequestId}\tDuration: {milliseconds:0.00} ms\tBilled Duration: "
            + $"{Math.Ceiling(milliseconds):0} ms\t"));
        _log.Append($"Memory Size: {_spec.Definition.MemoryMb} MB\n");
        return new EnvironmentAnswer(payload, failed, _log.Read(), took);
    }

    private async Task WaitAsync(TimeSpan limit, params Task[] events)
    {
        using var enough = new CancellationTokenSource();
        await Task.WhenAny([.. events, Task.Delay(limit, _time, enough.Token)]);
        await enough.CancelAsync();
    }

    private async Task EndAsync(Task output, Task error)
    {
        await _process.WaitForExitAsync();
        _exitCode = _process.ExitCode;
        // What it wrote last is still in the pipes, but a grandchild may hold them open for ever.
        await Task.WhenAny(Task.WhenAll(output, error), Task.Delay(TimeSpan.FromSeconds(1), _time));
    }

    private async Task PumpAsync(Stream stream)
    {
        var lines = new LogLines(_metrics.Read);
        try
        {
            var buffer = new byte[4096];
            for (var count = await stream.ReadAsync(buffer); count > 0; count = await stream.ReadAsync(buffer))
            {
                _log.Append(buffer.AsSpan(0, count));
                lines.Append(buffer.AsSpan(0, count));
            }
            lines.End();
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            // The process was killed.
        }
    }
}
