namespace Canary.Statistics;

/// <summary>What the comparison of candidate and stable says, and on what evidence.</summary>
/// <param name="Verdict">What, and why.</param>
/// <param name="Evidence">
/// One number a minute, in the order of time: the evidence against the candidate on a logarithmic scale on which 0 is none and 1
/// makes it Unhealthy. Below 0 the minutes speak for the candidate.
/// </param>
/// <param name="Chance">
/// The chance, 0 to 1, that a candidate within the tolerance ever looks as bad as this one did at its worst.
/// </param>
/// <param name="Suspicious">
/// Whether the evidence is too strong to go on and too weak to roll back: a step that is over is held for a while.
/// </param>
public sealed record Judgement(Verdict Verdict, IReadOnlyList<double> Evidence, double Chance, bool Suspicious)
{
    private static readonly double SuspiciousFrom = Math.Log(10);

    /// <summary>
    /// The first minute, as an index into <see cref="Evidence"/>, at which the candidate was Unhealthy; null if it never was.
    /// </summary>
    public int? UnhealthyAt { get; init; }

    /// <summary>Whether nothing could be read: then a step that is over is held for a while too.</summary>
    public bool IsBlind { get; init; }

    /// <summary>Whether that is so since too many calls are made: it passes, and says nothing of anybody.</summary>
    public bool IsThrottled { get; init; }

    /// <summary>Whether it is what an earlier check found, for this one read nothing.</summary>
    public bool IsKept { get; init; }

    /// <summary>
    /// Whether a minute that began after the cold starts of the last weight change was among the judged ones:
    /// only then it speaks for the weight of now.
    /// </summary>
    public bool SeesPresentWeight { get; init; }

    /// <summary>Whether the candidate seems to do worse by what has arrived, though that may be no evidence yet.</summary>
    public bool SeemsWorse { get; init; }

    /// <summary>A minute in which Lambda throttled every request of both versions; null where there was none.</summary>
    public DateTimeOffset? ThrottledAt { get; init; }

    /// <summary>What a check says that could read nothing: neither good nor bad.</summary>
    public static Judgement Blind(string reason, bool isThrottled = false) =>
        new(new(HealthState.Inconclusive, reason), [], 1, false) { IsBlind = true, IsThrottled = isThrottled };

    /// <summary>What a check says that had nothing new to read. It ends no step before its time.</summary>
    public static Judgement Kept(Verdict verdict, bool suspicious) => new(verdict, [], 1, suspicious) { IsKept = true };

    /// <summary>
    /// Whether evidence of this logarithm is too strong to go on:
    /// a candidate within the tolerance shows it once in ten rollouts at most.
    /// </summary>
    internal static bool IsSuspicious(double log) => log >= SuspiciousFrom;

    /// <summary>Joins the judgements of several signals: one Unhealthy decides, and Healthy needs all of them.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Judgement Join(IReadOnlyList<Judgement> parts)
    {
        if (parts.Count == 0) throw new ArgumentException("There is no judgement to join: name at least one.", nameof(parts));
        var health = parts.Any(part => part.Verdict.Health == HealthState.Unhealthy) ? HealthState.Unhealthy
            : parts.All(part => part.Verdict.Health == HealthState.Healthy) ? HealthState.Healthy
            : HealthState.Inconclusive;
        var telling = parts.Where(part => part.Verdict.Health == health).Select(part => part.Verdict.Reason).Distinct();
        var known = parts.Select(part => part.Evidence).Where(evidence => evidence.Count > 0).ToList();
        // What came of a minute that one signal does not know yet is what it knew before.
        var evidence = Enumerable.Range(0, parts.Max(part => part.Evidence.Count))
            .Select(i => known.Max(one => one[Math.Min(i, one.Count - 1)]));
        return new(new(
            health,
            string.Join("; ", telling)), [.. evidence], parts.Min(part => part.Chance), parts.Any(part => part.Suspicious))
        {
            UnhealthyAt = parts.Min(part => part.UnhealthyAt),
        };
    }
}
