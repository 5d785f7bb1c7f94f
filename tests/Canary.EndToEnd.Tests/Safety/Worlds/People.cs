using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Canary.Aliases;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.Local.Lambda.Model;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;

namespace Canary.EndToEnd.Tests.Safety.Worlds;

/// <summary>Those who start rollouts, and all others who lay hands on them. What AWS refuses them, they let be.</summary>
internal sealed class People(Script script, World world)
{
    private readonly Lock _gate = new();
    private readonly List<Started> _started = [];
    private readonly List<(DateTimeOffset From, DateTimeOffset Until)> _breaches = [];
    private readonly HashSet<string> _toStop = [];
    private Speaker? _speaker;

    /// <summary>What was started, in order. The first is the script's own rollout.</summary>
    public IReadOnlyList<Started> Started
    {
        get
        {
            lock (_gate) return [.. _started];
        }
    }

    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset Until)> Breaches => _breaches;

    public DateTimeOffset? StoppedAt { get; private set; }

    private Speaker Speaker => _speaker ??= new(world);

    private ExecutionDescription First => world.Aws.StepFunctions.DescribeExecution(_started[0].Arn);

    public void Start(string input, IReadOnlyList<double>? weights = null, string? name = null)
    {
        var arn = world.Aws.StepFunctions.StartExecution(world.StateMachine, name, input).ExecutionArn;
        lock (_gate) _started.Add(new(arn, weights ?? [.. script.Steps.Select(step => step.Weight / 100.0)], weights is null));
    }

    public void Do(Act act)
    {
        try
        {
            Do(act.Deed, act);
        }
        catch (AwsException)
        {
            // No such version yet, or an alias still leads to it.
        }
    }

    private void Do(Deed deed, Act act)
    {
        var (aws, lambda) = (world.Aws, world.Aws.Lambda);
        switch (deed)
        {
            case Deed.Breach or Deed.Recover:
                Swing(deed == Deed.Breach);
                break;
            case Deed.Stop:
                if (First.Status == ExecutionStatus.Running) StoppedAt ??= world.Clock.GetUtcNow();
                aws.StepFunctions.StopExecution(First.ExecutionArn, "Operator", "a test");
                break;
            case Deed.Redrive:
                if (First.Status is not (ExecutionStatus.Running or ExecutionStatus.Succeeded))
                    aws.StepFunctions.RedriveExecution(First.ExecutionArn);
                break;
            case Deed.EventAgain:
                // It comes even if the execution was redriven meanwhile.
                if (First is { Status: ExecutionStatus.Running or ExecutionStatus.Succeeded, RedriveCount: 0 }) break;
                lambda.InvokeLater(World.NameOf("RestoreAlias"), null, Encoding.UTF8.GetBytes(EventOf(First).ToJsonString()));
                break;
            case Deed.Mumble:
                Speaker.Mumble();
                break;
            case Deed.Shout:
                Speaker.Shout(First.ExecutionArn);
                break;
            case Deed.Smuggle:
                Speaker.Smuggle();
                break;
            case var _ when act.IsWord:
                Speaker.Say(act, First.ExecutionArn);
                break;
            case Deed.StartAgain:
                Start(script.Input());
                break;
            case Deed.StartAnother:
                Start(Shorter.Input("another"), [0.33]);
                break;
            case Deed.StartThird:
                Start(Shorter.Input(target: World.Third), [0.33]);
                break;
            case Deed.StartTakingOver:
                Start(Shorter.Input("another", takesOver: true), [0.33]);
                break;
            case Deed.Forge:
                Forge(act.Forgery!);
                break;
            case Deed.Permit:
                lambda.AddPermission(
                    World.Function,
                    World.Alias,
                    new Grant($"at-{world.Clock.GetUtcNow().Ticks}", "lambda:InvokeFunction", "123456789012"));
                break;
            case Deed.Upgrade:
                world.Upgrade();
                break;
            case Deed.PruneStable:
                lambda.DeleteFunction(World.Function, World.Stable);
                break;
            case Deed.PruneCandidate:
                lambda.DeleteFunction(World.Function, World.Candidate);
                break;
            default:
                lambda.UpdateAlias(World.Function, World.Alias, ChangeOf(deed));
                break;
        }
    }

    // Each value outweighs all before it: they may fall into the same minute, whose sum the alarm looks at.
    private void Swing(bool fires)
    {
        var (now, isFiring) = (world.Clock.GetUtcNow(), _breaches.Count > 0 && _breaches[^1].Until == DateTimeOffset.MaxValue);
        if (fires == isFiring) return;
        if (fires) _breaches.Add((now, DateTimeOffset.MaxValue));
        else _breaches[^1] = (_breaches[^1].From, now);
        world.PutErrors((fires ? 1 : -1) * Math.Pow(10, 2 * _breaches.Count + (fires ? 0 : 1)));
    }

    private Script Shorter => script with { Steps = [(33, 10)], Approval = 0, Before = null, After = null, RaisedTo = 0 };

    private AliasUpdate ChangeOf(Deed deed) => deed switch
    {
        Deed.SetThird => new(World.Third, null, new Dictionary<string, double>()),
        Deed.SetWeight => new(World.Stable, "theirs", new Dictionary<string, double> { [World.Third] = 0.77 }),
        Deed.SetStable => new(World.Stable, null, new Dictionary<string, double>()),
        Deed.SetCandidate => new(World.Candidate, null, new Dictionary<string, double>()),
        Deed.Describe => new(null, "theirs"),
        Deed.Impersonate => new(null, Hold.Of(First.Status == ExecutionStatus.Running ? "nobody" : First.ExecutionArn)),
        Deed.Feign => new(null, Hold.Of(Sibling("made-up"))),
        Deed.Touch => new(),
        _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, null),
    };

    private static JsonObject EventOf(ExecutionDescription execution) => new()
    {
        ["time"] = (execution.StopDate ?? execution.RedriveDate!.Value).UtcDateTime
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["detail"] = new JsonObject { ["executionArn"] = execution.ExecutionArn },
    };

    private void Forge(Forgery forgery)
    {
        string name, own;
        lock (_gate)
        {
            // A name that no other world has: Lambdas may remember what they have seen.
            name = $"forged-{_started.Count}-{First.ExecutionArn.Split(':')[^1]}";
            own = Sibling(name);
            if (forgery.IsStopped) _toStop.Add(own);
        }
        world.Planning ??= StopIfForged;
        var names = forgery.Names switch
        {
            ForgedName.Own =>
            own,
            ForgedName.Rollout => First.ExecutionArn,
            _ => Sibling("made-up")
        };
        Start(forgery.Input(names, world.Current, world.Clock.GetUtcNow()), [], name);
    }

    private string Sibling(string name) => First.ExecutionArn[..(First.ExecutionArn.LastIndexOf(':') + 1)] + name;

    private void StopIfForged(string execution)
    {
        lock (_gate)
        {
            if (!_toStop.Remove(execution)) return;
        }
        world.Aws.StepFunctions.StopExecution(execution, "Forger", "a test");
    }
}
