using Canary.EndToEnd.Tests.Safety.Plays;

namespace Canary.EndToEnd.Tests.Safety.Reports;

/// <summary>When AWS takes no calls, or few, and of what.</summary>
internal static class Throttling
{
    /// <summary>What Lambda's own API needs, and that a function runs at all.</summary>
    public static readonly Share[] OfTheAlias = [Share.ControlPlane, Share.Concurrency];

    /// <summary>What somebody needs who looks at the alarms.</summary>
    public static readonly Share[] OfTheAlarms = [Share.Alarms, Share.Concurrency];

    /// <summary>What a check cannot see while it is throttled.</summary>
    public static readonly Share[] OfTheSight = [Share.Alarms, Share.Metrics];

    /// <summary>For how many seconds of a script some of these are throttled, at most.</summary>
    public static int Seconds(Script script, params Share[] shares) =>
        Spans(script).Where(span => shares.Length == 0 || shares.Contains(span.Share))
            .GroupBy(span => (span.From, span.Until)).Sum(span => span.Key.Until - span.Key.From);

    /// <summary>The first moment from one on that has so much time behind it in which none of these is throttled.</summary>
    public static DateTimeOffset Over(Report report, DateTimeOffset at, TimeSpan time, params Share[] shares)
    {
        var start = report.Rollouts[0].Execution.StartDate;
        foreach (var span in Spans(report.Script).Where(span => shares.Contains(span.Share)).OrderBy(span => span.From))
            if (start.AddSeconds(span.From) < at + time && start.AddSeconds(span.Until) > at) at = start.AddSeconds(span.Until);
        return at;
    }

    private static IEnumerable<(Share Share, int From, int Until)> Spans(Script script) =>
        from outage in script.Outages.Select(outage => (Shares: Of(outage.Service), outage.Second, outage.Seconds))
            .Concat(script.Crowds.Select(crowd => (Shares: Of(crowd.Share), crowd.Second, crowd.Seconds)))
        from share in outage.Shares
        select (share, outage.Second, outage.Second + outage.Seconds);

    private static Share[] Of(string service) => service switch
    {
        "lambda" => [Share.ControlPlane, Share.Functions],
        "cloudwatch" => [Share.Alarms, Share.Metrics],
        _ => [Share.Executions],
    };

    private static Share[] Of(Share share) => share == Share.All ? Enum.GetValues<Share>() : [share];
}
