using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.Local;
using Canary.Local.Faults;
using Canary.Local.Wire;

namespace Canary.EndToEnd.Tests.Safety.Worlds;

/// <summary>
/// The crowds of a script. Who calls in vain tries again at once, so whenever somebody looks a bucket is as they leave it: they
/// come just before each call, and cost nothing between calls.
/// </summary>
internal sealed class Crowds
{
    // More than any bucket holds.
    private const int Calls = 2_000;

    private readonly LocalAws _aws;
    private readonly DateTimeOffset _from;
    private readonly Lock _gate = new();
    private readonly List<(Crowd Crowd, Random Chance)> _crowds;

    public Crowds(Script script, LocalAws aws)
    {
        (_aws, _from) = (aws, aws.Clock.GetUtcNow());
        _crowds = [.. script.Crowds.Select(crowd => (crowd, new Random(crowd.Second + crowd.Seconds + crowd.Left)))];
        foreach (var (crowd, chance) in _crowds.Where(pair => pair.Crowd.TakesConcurrency))
        {
            aws.Faults.Add(new Fault(ApiCall.Function, "*", FaultKind.Throttle)
            {
                Probability = 1 - crowd.Left / 100.0,
                Random = chance,
                While = _ => IsThere(crowd),
            });
        }
    }

    /// <summary>When the last of them has left.</summary>
    public DateTimeOffset Until =>
        _from.AddSeconds(_crowds.Select(pair => pair.Crowd.Second + pair.Crowd.Seconds).DefaultIfEmpty().Max());

    /// <summary>They call, just before somebody else does.</summary>
    public void Press()
    {
        if (_crowds.Count == 0) return;
        lock (_gate)
        {
            foreach (var (crowd, chance) in _crowds.Where(pair => IsThere(pair.Crowd)))
                foreach (var call in crowd.Calls.Where(_ => chance.Next(100) >= crowd.Left)) _aws.FrontDoor.Crowd(call, Calls);
        }
    }

    private bool IsThere(Crowd crowd)
    {
        var second = (_aws.Clock.GetUtcNow() - _from).TotalSeconds;
        return second >= crowd.Second && second < crowd.Second + crowd.Seconds;
    }
}
