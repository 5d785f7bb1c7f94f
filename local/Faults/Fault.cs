using Canary.Local.Wire;

namespace Canary.Local.Faults;

/// <summary>A fault on demand: where it strikes, what it is, and how often.</summary>
/// <param name="Service">As in <see cref="ApiCall"/>.</param>
/// <param name="Operation">As in <see cref="ApiCall"/>; <c>*</c> is any.</param>
/// <param name="Kind">What goes wrong.</param>
public sealed record Fault(string Service, string Operation, FaultKind Kind)
{
    /// <summary>Only calls about this, or about something in it: <c>orders</c> matches <c>orders:live</c>. Null is any.</summary>
    public string? Resource { get; init; }

    /// <summary>Leaves the first calls alone: 3 strikes from the third on. 1 is from the first.</summary>
    public int From { get; init; } = 1;

    /// <summary>
    /// Strikes so often, then never again; null is always. For <see cref="FaultKind.Stale"/>: so many reads after each write.
    /// </summary>
    public int? Times { get; init; }

    /// <summary>0 to 1: strikes with this probability, drawn from <see cref="Random"/>.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>
    /// Draws for <see cref="Probability"/>; a seeded one makes a run repeatable. Needed below a probability of 1.
    /// </summary>
    public Random? Random { get; init; }

    /// <summary>
    /// Strikes only while this holds. Called under a lock: be quick. Calls for which it does not hold are not counted.
    /// </summary>
    public Func<ApiCall, bool>? While { get; init; }

    /// <summary>
    /// On the clock: how long a slow answer or a late effect takes, how long reads are stale after a write, and how long a caller
    /// waits for nothing at a time-out of an API call (none is at once). A function's time-out takes the function's own time.
    /// </summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Whether it is about a call.</summary>
    public bool Concerns(ApiCall call) =>
        Service == call.Service
            && (Operation == "*" || Operation == call.Operation)
            && (Resource is null || ConcernsResource(call.Resource));

    /// <summary>As people write it.</summary>
    public override string ToString() => FaultText.Of(this);

    private bool ConcernsResource(string? resource) => resource is not null && resource.Split(',').Any(one =>
        one.StartsWith(Resource!, StringComparison.Ordinal) && (one.Length == Resource!.Length || one[Resource.Length] == ':'));
}
