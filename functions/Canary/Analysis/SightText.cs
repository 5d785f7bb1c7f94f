using System.Globalization;
using Canary.Input;
using Canary.Rollouts.Plans;
using Canary.Sensitivity;
using Canary.Statistics;
using Canary.Statistics.Outlook;

namespace Canary.Analysis;

/// <summary>What the plan says of how much it can see, before it begins.</summary>
/// <param name="Request">The request.</param>
/// <param name="Usual">The traffic before.</param>
/// <param name="Errors">How bursty its failures were.</param>
internal sealed record SightText(RolloutRequest Request, UsualTraffic Usual, Calibration Errors)
{
    // A regression of which less than this can be seen is one that people see too.
    private const double Blunt = 10;

    private const string Advice = "Give the steps more time or a larger share";

    private readonly Sight _sight = new(
        [
            .. Request.Steps.Where(step => step.IsCompared)
                .Select(step => new Stretch(step.Weight.Fraction, step.BakeSeconds / 60.0)),
        ],
        Usual.PerMinute,
        Usual.Rate,
        Errors.Phi,
        Request.Analysis!.Errors!.From(Tolerance.Errors),
        Request.Analysis.MinimumRequests);

    /// <summary>Sentences that follow on others.</summary>
    public string Sentences
    {
        get
        {
            if (Usual.PerMinute <= 0)
                return " No requests were seen in the 3 hours before, so nothing is known of how much the steps can see.";
            var steps = _sight.Plan.Count == 1 ? "the step" : "the steps";
            var seen = (_sight.LeastRate(_sight.Plan[0].Minutes), Least) switch
            {
                (_, null) => $"{steps} can see nothing",
                var (first, all) when _sight.Plan.Count > 1 => $"{steps} can together see {Seen(all.Value)}, "
                    + $"and the first alone {(first is { } alone ? Seen(alone) : "nothing")}",
                (_, { } all) => $"{steps} can see {Seen(all)}",
            };
            var healthy = _sight.UntilHealthy(After);
            var failed = Usual.Rate > 0 ? $"of which {Amount.Percent(Usual.Rate)} failed" : "none of which failed";
            return $" {AtTraffic}, {failed}, {seen}. A good candidate "
                + (!double.IsInfinity(healthy) ? $"is Healthy after about {Amount.Time(healthy)}."
                    : $"is not Healthy before {(_sight.Plan.Count == 1 ? "it is" : "they are")} over.");
        }
    }

    /// <summary>That a verdict cannot come in time; null where it can.</summary>
    public string? Warning
    {
        get
        {
            var asked = Request.Analysis!;
            if (Usual.PerMinute <= 0 || asked.DryRun) return null;
            var waits = asked.OnInconclusive == OnInconclusive.Wait ? asked.WaitSeconds / 60.0 : 0;
            if (asked.OnInconclusive != OnInconclusive.Promote && double.IsInfinity(_sight.UntilHealthy(After + waits)))
            {
                var healthy = _sight.UntilHealthy(double.MaxValue);
                return $"{AtTraffic}, a good candidate is Healthy after about {Amount.Time(healthy)}, and the steps take "
                    + $"{Amount.Time(Total + waits)}{(waits > 0 ? " with waitSeconds" : "")}. {Follows(asked)} {Advice}.";
            }
            return Least is null
                ? $"{AtTraffic}, the steps are over before the analysis can see anything. {Advice}, or name an alarm."
                : Least >= Blunt * Math.Max(Usual.Rate, _sight.Tolerance.HarmfulRate)
                    ? $"{AtTraffic}, the analysis sees only {Seen(Least.Value)}. {Advice}, or name an alarm."
                : null;
        }
    }

    // What is at 100 % afterwards is the time in which the last numbers arrive.
    private double After =>
        Math.Min(Sight.Delay, Request.Steps.Where(step => !step.IsCompared).Sum(step => step.BakeSeconds) / 60.0);

    private double Total => _sight.Plan.Sum(one => one.Minutes);

    private double? Least => _sight.LeastRate(Total + After);

    private string AtTraffic
    {
        get
        {
            var requests = Usual.PerMinute < 10 ? Amount.Rounded(Usual.PerMinute) : Math.Round(Usual.PerMinute);
            return requests == 1
                ? "At 1 request a minute"
                : string.Create(CultureInfo.InvariantCulture, $"At {requests:#,0.##} requests a minute");
        }
    }

    private static string Follows(AnalysisRequest asked) => asked.OnInconclusive switch
    {
        OnInconclusive.Rollback => "It is rolled back before that, as onInconclusive says.",
        OnInconclusive.Approve => "A person is asked before that, as onInconclusive says.",
        _ => "It is held in vain, and then afterWait decides.",
    };

    private string Seen(double least)
    {
        var times = Usual.Rate > 0 && least >= 2 * Usual.Rate
            ? string.Create(CultureInfo.InvariantCulture, $" ({Amount.Rounded(least / Usual.Rate):#,0.#}-fold)")
            : "";
        return $"failures of {Amount.Percent(Amount.Rounded(least))} or more{times}";
    }
}
