using System.Text;
using System.Text.Json;
using Canary.Local.StepFunctions.Executions;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>Plays a script in a world, until everything has ended and the sweeps have passed.</summary>
internal sealed class Play(Script script, World world)
{
    private static readonly TimeSpan Aftermath = TimeSpan.FromMinutes(16);

    private readonly List<(string Arn, double[] Weights)> _started = [];
    private readonly HashSet<Act> _due = [.. script.Acts.Where(act => act.At.IsACall)];
    private readonly Lock _gate = new();
    private int _calls;
    private DateTimeOffset? _stoppedAt;
    private DateTimeOffset? _breachedAt;

    public static async Task<Report> RunAsync(Script script)
    {
        await using var world = World.Create(script);
        return await new Play(script, world).RunAsync();
    }

    private async Task<Report> RunAsync()
    {
        world.Wire.Calling = () => Act(new(0, Interlocked.Increment(ref _calls), false));
        world.Wire.Called = () => Act(new(0, Volatile.Read(ref _calls), true));
        Start(script.Input());
        var acts = script.Acts.Where(act => !act.At.IsACall).Select(ActAtAsync).ToList();
        await world.Clock.RunUntilAsync(Task.WhenAll(acts));
        // What happens at a call may happen in the aftermath, and start another rollout.
        for (var ended = 0; ended < _started.Count;)
        {
            while (ended < _started.Count) await world.Clock.RunUntilAsync(world.Aws.StepFunctions.WhenEndedAsync(_started[ended++].Arn));
            await OutlastAsync();
            if (_started.Any(IsRunning)) ended = 0;
        }
        return new(script, [.. _started.Select(Read)], world.Changes, _stoppedAt, _breachedAt, world.Aws.Faults.Strikes);
    }

    // As long as something still goes wrong, a sweep comes again.
    private async Task OutlastAsync()
    {
        for (var seen = -1; seen < world.Aws.Faults.Strikes.Count;)
        {
            seen = world.Aws.Faults.Strikes.Count;
            await world.Clock.RunUntilAsync(world.Clock.GetUtcNow() + Aftermath);
        }
    }

    private void Start(string input, params double[] weights)
    {
        var arn = world.Aws.StepFunctions.StartExecution(world.StateMachine, input: input).ExecutionArn;
        lock (_gate) _started.Add((arn, weights.Length > 0 ? weights : [.. script.Steps.Select(step => step.Weight / 100.0)]));
    }

    private bool IsRunning((string Arn, double[] Weights) started) => world.Aws.StepFunctions.DescribeExecution(started.Arn).Status == ExecutionStatus.Running;

    private Ended Read((string Arn, double[] Weights) started)
    {
        var execution = world.Aws.StepFunctions.DescribeExecution(started.Arn);
        return new(execution, Document(execution.Output ?? execution.Cause), started.Weights);
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
        using var hold = await world.Clock.WaitUntilAsync(world.Clock.GetUtcNow().AddSeconds(act.At.Second));
        Do(act.Deed);
    }

    private void Act(Moment moment)
    {
        List<Act> now;
        lock (_gate)
        {
            now = [.. _due.Where(act => act.At == moment)];
            _due.ExceptWith(now);
        }
        World.AsSomebodyElse(() => now.ForEach(act => Do(act.Deed)));
    }

    private void Do(Deed deed)
    {
        var (aws, first) = (world.Aws, _started[0].Arn);
        switch (deed)
        {
            case Deed.Breach:
                _breachedAt ??= world.Clock.GetUtcNow();
                world.PutErrors(5);
                break;
            case Deed.Stop:
                if (aws.StepFunctions.DescribeExecution(first).Status == ExecutionStatus.Running) _stoppedAt ??= world.Clock.GetUtcNow();
                aws.StepFunctions.StopExecution(first, "Operator", "a test");
                break;
            case Deed.Redrive:
                if (aws.StepFunctions.DescribeExecution(first).Status is not (ExecutionStatus.Running or ExecutionStatus.Succeeded)) aws.StepFunctions.RedriveExecution(first);
                break;
            case Deed.Approve or Deed.Reject:
                var word = $$"""{"execution":"{{first}}","by":"alice","approve":{{(deed == Deed.Approve ? "true" : "false")}},"reason":"a test"}""";
                aws.Lambda.InvokeLater("canary-Approve", null, Encoding.UTF8.GetBytes(word));
                break;
            case Deed.StartAgain:
                Start(script.Input());
                break;
            case Deed.StartAnother:
                Start((script with { Steps = [(33, 10)], Approval = 0, Before = null, After = null }).Input("another"), 0.33);
                break;
            case Deed.SetThird:
                aws.Lambda.UpdateAlias(World.Function, World.Alias, new(World.Third, null, new Dictionary<string, double>()));
                break;
            case Deed.SetWeight:
                aws.Lambda.UpdateAlias(World.Function, World.Alias, new(World.Stable, "theirs", new Dictionary<string, double> { [World.Third] = 0.77 }));
                break;
            case Deed.SetStable:
                aws.Lambda.UpdateAlias(World.Function, World.Alias, new(World.Stable, null, new Dictionary<string, double>()));
                break;
            case Deed.Describe:
                aws.Lambda.UpdateAlias(World.Function, World.Alias, new(null, "theirs"));
                break;
        }
    }
}
