using Canary.Local.Clocks;
using Canary.Local.StepFunctions.Errors;
using Canary.Local.StepFunctions.Executions;
using Canary.Local.Wire;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>
/// An attempt of a task that ends when its token comes back: once at most, and not after it ended otherwise. Thread-safe.
/// </summary>
internal sealed class Callback : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Clock _clock;
    private readonly Action<Callback> _ended;
    private readonly CancellationToken _stopped;
    private DateTimeOffset _beat;
    private Func<TaskAnswer>? _answer;
    private IDisposable? _hold;
    private bool _isWaitedFor;
    private bool _isOver;

    /// <summary>Begins to wait for the first heartbeat.</summary>
    /// <param name="token">What must come back.</param>
    /// <param name="clock">Whose time it is.</param>
    /// <param name="ended">Told when no answer is taken any more.</param>
    /// <param name="stopped">Cancelled when the execution has ended.</param>
    public Callback(string token, Clock clock, Action<Callback> ended, CancellationToken stopped) =>
        (Token, _clock, _ended, _stopped, _beat) = (token, clock, ended, stopped, clock.GetUtcNow());

    /// <summary>What must come back.</summary>
    public string Token { get; }

    /// <summary>Ends the attempt with a result, or with what <paramref name="answer"/> throws.</summary>
    /// <exception cref="AwsException">TaskTimedOut: it has ended already.</exception>
    public void Answer(Func<TaskAnswer> answer)
    {
        lock (_gate)
        {
            ThrowIfOver();
            (_isOver, _answer) = (true, answer);
            // As long as the function runs, its task holds the clock itself, or waits for a time that must be able to come.
            if (_isWaitedFor) _hold = _clock.Hold();
        }
        _answered.SetResult();
    }

    /// <summary>The worker is still at it.</summary>
    /// <exception cref="AwsException">TaskTimedOut: the attempt has ended already.</exception>
    public void Beat()
    {
        lock (_gate)
        {
            ThrowIfOver();
            _beat = _clock.GetUtcNow();
        }
    }

    /// <summary>Waits for the answer.</summary>
    /// <param name="deadline">Of the whole attempt.</param>
    /// <param name="heartbeat">Seconds from one heartbeat to the next; null where none is needed.</param>
    /// <param name="visit">Who waits.</param>
    /// <exception cref="StateFault">It came as a failure, or not in time.</exception>
    public async Task<TaskAnswer> AnswerAsync(DateTimeOffset deadline, int? heartbeat, Visit visit)
    {
        while (Due(deadline, heartbeat) is { } due) await visit.Clock.WaitUntilAsync(due, _answered.Task, visit.Execution.Ended);
        lock (_gate)
        {
            if (_hold is not null) visit.Clock.Resume(_hold);
            _hold = null;
        }
        return _answer is null
            ? throw (_clock.GetUtcNow() < deadline ? StateFault.NoHeartbeat() : StateFault.Timeout())
            : _answer();
    }

    /// <summary>No answer is taken any more.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isOver = true;
            _hold?.Dispose();
        }
        _ended(this);
    }

    private void ThrowIfOver()
    {
        if (_isOver || _stopped.IsCancellationRequested) throw StepFunctionsErrors.TaskTimedOut();
    }

    // Null when there is nothing to wait for: the answer is there, or it is too late for one.
    private DateTimeOffset? Due(DateTimeOffset deadline, int? heartbeat)
    {
        lock (_gate)
        {
            var due = heartbeat is { } seconds && _beat.AddSeconds(seconds) is var silent && silent < deadline
                ? silent
                : deadline;
            if (_isOver) return null;
            _isWaitedFor = due > _clock.GetUtcNow();
            _isOver = !_isWaitedFor;
            return _isWaitedFor ? due : null;
        }
    }
}
