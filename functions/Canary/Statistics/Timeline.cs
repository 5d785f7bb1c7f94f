using System.Globalization;

namespace Canary.Statistics;

/// <summary>The minutes of all signals in the order of time, side by side.</summary>
internal sealed class Timeline
{
    // With an even flow, so many requests are expected in an empty stretch by chance once in 1,000 times.
    private const double ExpectedInASilence = 7;
    private readonly IReadOnlyList<Signal> _signals;
    private readonly Minute[][] _minutes;

    public Timeline(IReadOnlyList<Signal> signals)
    {
        if (signals.Count == 0) throw new ArgumentException("There is no signal to judge: give at least one.", nameof(signals));
        _signals = signals;
        _minutes =
        [
            .. signals.Select(signal => signal.Minutes.Select(minute => signal.IsGood ? minute.Swapped : minute)
                .OrderBy(minute => minute.Start)
                .ToArray()),
        ];
        foreach (var minutes in _minutes) Check(minutes, nameof(signals));
    }

    public int Count => _minutes[0].Length;

    public IReadOnlyList<Minute> this[int signal] => _minutes[signal];

    public string Event(int signal) => _signals[signal].Event;

    /// <summary>What both versions did from a minute on.</summary>
    public (Counts Candidate, Counts Stable) From(int minute, int signal)
    {
        var minutes = _minutes[signal].Skip(minute).Select(one => _signals[signal].IsGood ? one.Swapped : one).ToList();
        return (Total(minutes, of => of.Candidate), Total(minutes, of => of.Stable));
    }

    /// <summary>Why the minutes cannot show that the candidate is healthy, whatever they say; null if they can.</summary>
    public string? Lack(long minimumRequests) =>
        Lack("candidate", of => IsSwapped ? of.Stable : of.Candidate, minimumRequests)
        ?? Lack("stable version", of => IsSwapped ? of.Candidate : of.Stable, minimumRequests);

    private bool IsSwapped => _signals[0].IsGood;

    private string? Lack(string version, Func<Minute, Counts> of, long minimum)
    {
        var requests = Total(_minutes[0], of).Requests;
        if (requests == 0) return $"no requests of the {version} were seen";
        if (requests < minimum)
        {
            return string.Create(
                CultureInfo.InvariantCulture, $"only {requests:N0} requests of the {version} were seen, {minimum:N0} are needed");
        }

        var silent = _minutes[0].Reverse().TakeWhile(minute => of(minute).Requests == 0).Count();
        var expected = (double)requests / (Count - silent) * silent;
        return expected < ExpectedInASilence ? null : string.Create(CultureInfo.InvariantCulture,
            $"no requests of the {version} were seen in the last {silent} minutes, where about {expected:N0} were expected");
    }

    private void Check(Minute[] minutes, string parameter)
    {
        if (!minutes.Select(minute => minute.Start).SequenceEqual(_minutes[0].Select(minute => minute.Start)))
        {
            throw new ArgumentException("The signals have different minutes: give each of them the same.", parameter);
        }

        for (var i = 0; i < minutes.Length; i++)
        {
            if (i > 0 && minutes[i].Start == minutes[i - 1].Start)
                throw Fault($"{minutes[i].Start:O} is listed twice: list each minute once.");
            if (IsNegative(minutes[i].Candidate) || IsNegative(minutes[i].Stable))
                throw Fault($"{minutes[i]} has a count below 0: counts are 0 or more.");
        }

        ArgumentException Fault(string text) => new(text, parameter);
    }

    private static bool IsNegative(Counts counts) => counts.Requests < 0 || counts.Bad < 0;

    private static Counts Total(IEnumerable<Minute> minutes, Func<Minute, Counts> of) =>
        minutes.Select(of).Aggregate(default(Counts), Counts.Add);
}
