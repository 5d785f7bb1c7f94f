using Canary.Bench.Traffic;
using Canary.Statistics;

namespace Canary.Bench.Judges;

/// <summary>
/// Kayenta's judge for one metric where an increase is bad: the rates of all minutes so far, compared by a Mann-Whitney test at
/// each look. It fails where the lower end of the 98 % interval of the shift lies above a quarter of the estimated shift.
/// </summary>
internal sealed class Kayenta : IJudge
{
    private const double Tolerance = .25;
    private const double Quantile = 2.3263478740408408;

    public string Name => "Kayenta";

    public int? RollsBackAt(Run run)
    {
        for (var looks = 1; looks <= run.Looks.Count; looks++)
        {
            if (IsWorse(run, looks)) return looks - 1;
        }

        return null;
    }

    public bool RollsBackNow(Run run) => IsWorse(run, run.Looks.Count);

    private static bool IsWorse(Run run, int looks)
    {
        var candidate = RatesOf(run, looks, look => look.Candidate);
        var stable = RatesOf(run, looks, look => look.Stable);
        // The bound is at least 0, so a shift of 0 must be outside the interval first.
        return MannWhitney.Score(candidate, stable, 0) > Quantile
            && MannWhitney.Score(candidate, stable, Tolerance * MannWhitney.Shift(candidate, stable)) > Quantile;
    }

    private static double[] RatesOf(Run run, int looks, Func<Minute, Counts> of) =>
        [.. run.Looks.Take(looks).Select(of).Where(counts => counts.Requests > 0).Select(counts => counts.Rate)];
}
