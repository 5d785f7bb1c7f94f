using System.Text.Json;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Reports;
using Canary.Local.StepFunctions.Model;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests.Safety.Worlds;

/// <summary>Plays a script in a world, until everything has ended and the sweeps have passed.</summary>
internal sealed class Play
{
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(16);

    private readonly Script _script;
    private readonly World _world;
    private readonly People _people;
    private readonly Crowds _crowds;
    private readonly HashSet<Act> _due;
    private readonly Lock _gate = new();
    private int _calls;

    private Play(Script script, World world)
    {
        (_script, _world, _people, _crowds) = (script, world, new People(script, world), new Crowds(script, world.Aws));
        _due = [.. script.Acts.Where(act => !act.At.IsASecond)];
    }

    /// <param name="script">The script.</param>
    /// <param name="watch">Sees the world before anything happens in it; null for nobody.</param>
    public static async Task<Report> RunAsync(Script script, Action<World>? watch = null)
    {
        await using var world = World.Create(script);
        watch?.Invoke(world);
        return await new Play(script, world).RunAsync();
    }

    private async Task<Report> RunAsync()
    {
        _world.Wire.Calling = () =>
        {
            _crowds.Press();
            Act(new(0, Interlocked.Increment(ref _calls), false));
        };
        _world.Wire.Called = () => Act(new(0, Volatile.Read(ref _calls), true));
        _world.Aws.StepFunctions.StateEntered += entered => Act(Moment.In(entered.StateName));
        if (_script.StartsAt > 0) await _world.Clock.RunUntilAsync(_world.Clock.GetUtcNow().AddSeconds(_script.StartsAt));
        _people.Start(_script.Input());
        var acts = _script.Acts.Where(act => act.At.IsASecond).Select(ActAtAsync).ToList();
        await _world.Clock.RunUntilAsync(Task.WhenAll(acts));
        // What happens at a call may happen in the aftermath, and start another rollout.
        for (var ended = 0; ended < _people.Started.Count;)
        {
            while (ended < _people.Started.Count)
                await _world.Clock.RunUntilAsync(_world.Aws.StepFunctions.WhenEndedAsync(_people.Started[ended++].Arn));
            await OutlastAsync();
            if (_people.Started.Any(IsRunning)) ended = 0;
        }
        return new(_script, [.. _people.Started.Select(Read)], _world.Changes)
        {
            Elsewhere = _world.Elsewhere,
            Sweeps = _world.Sweeps,
            News = _world.News,
            Strikes = _world.Aws.Faults.Strikes,
            StoppedAt = _people.StoppedAt,
            Breaches = _people.Breaches,
            Releases = _world.Releases,
        };
    }

    // As long as something still goes wrong, a sweep comes again.
    private async Task OutlastAsync()
    {
        await _world.Clock.RunUntilAsync(_crowds.Until);
        for (var seen = -1; seen < _world.Aws.Faults.Strikes.Count;)
        {
            seen = _world.Aws.Faults.Strikes.Count;
            await _world.Clock.RunUntilAsync(_world.Clock.GetUtcNow() + Aftermath);
        }
    }

    private bool IsRunning(Started started) =>
        _world.Aws.StepFunctions.DescribeExecution(started.Arn).Status == ExecutionStatus.Running;

    private Ended Read(Started started)
    {
        var execution = _world.Aws.StepFunctions.DescribeExecution(started.Arn);
        var history = _world.Aws.StepFunctions.GetExecutionHistory(started.Arn);
        return new(execution, Document(execution.Output ?? execution.Cause), started)
        {
            Runs = RunsOf(history),
            States =
            [
                .. history.Where(happened => happened.Type.EndsWith("StateEntered", StringComparison.Ordinal))
                    .Select(happened => (happened.Details.Name!, happened.Timestamp)),
            ],
        };
    }

    private static List<(DateTimeOffset From, DateTimeOffset Until)> RunsOf(IEnumerable<HistoryEvent> history)
    {
        var events = history.Where(happened => happened.Type.StartsWith("Execution", StringComparison.Ordinal)).ToList();
        var begun = events.Where(happened => happened.Type is "ExecutionStarted" or "ExecutionRedriven");
        var ended = events.Where(happened => happened.Type is not ("ExecutionStarted" or "ExecutionRedriven"));
        return [.. begun.Zip(ended, (from, until) => (from.Timestamp, until.Timestamp))];
    }

    private static Rollout? Document(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize(text, CanaryJson.Relaxed.Rollout);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task ActAtAsync(Act act)
    {
        using var hold = await _world.Clock.WaitUntilAsync(_world.Clock.GetUtcNow().AddSeconds(act.At.Second));
        _people.Do(act);
    }

    private void Act(Moment moment)
    {
        List<Act> now;
        lock (_gate)
        {
            now = [.. _due.Where(act => act.At == moment)];
            _due.ExceptWith(now);
        }
        World.AsSomebodyElse(() => now.ForEach(_people.Do));
    }
}
