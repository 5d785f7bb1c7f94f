namespace Canary.Statistics;

/// <summary>
/// Compares the candidate with the stable version on the same minutes, by a sequential test:
/// the chance of ever calling a candidate Unhealthy that is within the tolerance is bounded over the whole rollout,
/// however often it is asked. It keeps nothing: each look judges all minutes anew, so that late data is just read again.
/// </summary>
public static class SequentialJudge
{
    /// <summary>Judges failed and slow requests, as far as they are given.</summary>
    /// <param name="errors">Failed requests; null if they are not judged.</param>
    /// <param name="latency">Slow requests, a signal for each threshold; empty if they are not judged.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">
    /// See <see cref="Judge(IReadOnlyList{Signal}, Tolerance, AnalysisOptions)"/>; or both are missing.
    /// </exception>
    public static Judgement Judge(Signal? errors, IReadOnlyList<Signal> latency, AnalysisOptions options)
    {
        List<Judgement> parts = [];
        if (errors is not null) parts.Add(Judge([errors], options.Errors, options));
        if (latency.Count > 0) parts.Add(Judge(latency, options.Latency, options));
        return Judgement.Join(parts);
    }

    /// <summary>Judges one question by one or more signals of the same minutes, whose evidence is averaged.</summary>
    /// <param name="signals">The signals: one for errors, one for each threshold for latency.</param>
    /// <param name="tolerance">How much worse the candidate may be.</param>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">
    /// There is no signal, a minute is listed twice, the signals' minutes differ, or a count is below 0.
    /// </exception>
    public static Judgement Judge(IReadOnlyList<Signal> signals, Tolerance tolerance, AnalysisOptions options)
    {
        var timeline = new Timeline(signals);
        SignalTests[] tests = [.. signals.Select(signal => new SignalTests(tolerance, signal.Calibration, options.PlannedLooks))];
        var course = new Course(tolerance);
        for (var i = 0; i < timeline.Count; i++)
        {
            for (var s = 0; s < tests.Length; s++) tests[s].Observe(timeline[s][i]);
            course.Add(
                LogSpace.Sum([.. tests.Select(test => test.LogBad)]) - Math.Log(tests.Length), tests.Max(test => test.Bad));
        }

        var words = new Findings(timeline, tests, course, tolerance, options.MinimumRequests);
        var verdict = Decide(words, timeline.Lack(options.MinimumRequests) > 0, tests, course, tolerance);
        return new(verdict, course.Evidence, Math.Exp(-course.Peak), Judgement.IsSuspicious(course.Last))
        {
            UnhealthyAt = course.UnhealthyAt,
        };
    }

    private static Verdict Decide(Findings words, bool isLacking, SignalTests[] tests, Course course, Tolerance tolerance)
    {
        if (course.UnhealthyAt is not null) return new(HealthState.Unhealthy, words.Against);
        if (Judgement.IsSuspicious(course.Last)) return new(HealthState.Inconclusive, words.Suspicious);
        if (words.Silence is { } silence) return new(HealthState.Inconclusive, silence);
        return !isLacking && tests.Min(test => test.LogGood) >= -Math.Log(tolerance.Beta)
            ? new(HealthState.Healthy, words.For)
            : new(HealthState.Inconclusive, words.NotEnough);
    }
}
