using System.Globalization;
using Canary.Statistics.Outlook;

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
        var (candidate, stable) = Totals(_minutes[signal].Skip(minute));
        return IsSwapped ? (stable, candidate) : (candidate, stable);
    }

    /// <summary>Whether the requests that are counted are good ones.</summary>
    public bool IsSwapped => _signals[0].IsGood;

    /// <summary>
    /// How many requests of the candidate lack until each version has answered so many, if all goes on like that.
    /// </summary>
    public double Lack(long minimum)
    {
        var (candidate, stable) = Totals(_minutes[0]);
        return Math.Max(0, Math.Max(
            minimum - candidate.Requests,
            stable.Requests < minimum ? (minimum - stable.Requests) / Pace(0, 0).StablePerCandidate : 0));
    }

    /// <summary>
    /// How both versions go on: at their rates from a minute on, and with the traffic since the weight changed last.
    /// </summary>
    public Pace Pace(int signal, int from)
    {
        var (candidate, stable) = Totals(_minutes[signal].Skip(from));
        var recent = _minutes[0].Reverse().TakeWhile(minute => !minute.WeightChanged).ToList();
        var (mine, other) = Totals(recent);
        // A step that has just begun: as before.
        if (mine.Requests == 0 || other.Requests == 0) (recent, (mine, other)) = ([.. _minutes[0]], Totals(_minutes[0]));
        return new(
            candidate.Rate,
            stable.Rate,
            (double)mine.Requests / (mine.Requests + other.Requests),
            (double)mine.Requests / recent.Count);
    }

    /// <summary>Why a version's minutes say nothing of how it is now; null where they do.</summary>
    public string? Silence() =>
        Silence("candidate", of => IsSwapped ? of.Stable : of.Candidate)
        ?? Silence("stable version", of => IsSwapped ? of.Candidate : of.Stable);

    private string? Silence(string version, Func<Minute, Counts> of)
    {
        var requests = Total(_minutes[0], of).Requests;
        if (requests == 0) return $"no requests of the {version} were seen";
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

    private static (Counts Candidate, Counts Stable) Totals(IEnumerable<Minute> minutes)
    {
        var all = minutes.ToList();
        return (Total(all, of => of.Candidate), Total(all, of => of.Stable));
    }

    private static Counts Total(IEnumerable<Minute> minutes, Func<Minute, Counts> of) =>
        minutes.Select(of).Aggregate(default(Counts), Counts.Add);
}
