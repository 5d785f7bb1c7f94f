using Amazon.CloudWatch.Model;
using Canary.Cli.Aws;

namespace Canary.Cli.Watching;

/// <summary>
/// What each version has served since the rollout began, as CloudWatch tells: some minutes late, and once a minute, since each
/// metric costs a little.
/// </summary>
internal sealed class CloudWatchTraffic(AwsAccess aws, TimeProvider time)
{
    private readonly Reminder _due = new(aws.IsRemote ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(2), time);
    private TrafficSnapshot _known = TrafficSnapshot.Unknown;

    /// <summary>The counts as they were read last. Nothing hangs on them, so what cannot be read is left out.</summary>
    public async ValueTask<TrafficSnapshot> ReadAsync(RolloutView view, CancellationToken cancellationToken)
    {
        if (!_due.IsDue && !view.HasEnded) return _known;
        if (view is not { Started: { } started, Stable: { } stable, Candidate: { } candidate }) return _known;
        try
        {
            var metrics = await aws.CloudWatch.GetMetricDataAsync(
                Request(view, started, view.LastEvent ?? started, [stable, candidate]), cancellationToken);
            var sums = (metrics.MetricDataResults ?? [])
                .ToDictionary(result => result.Id, result => (long)(result.Values ?? []).Sum());
            var now = TrafficSnapshot.Empty;
            foreach (var (version, place) in new[] { (stable, 0), (candidate, 1) })
            {
                var count = new TrafficCount(sums.GetValueOrDefault($"i{place}"), sums.GetValueOrDefault($"e{place}"));
                if (count.Requests > 0) now = now with { Versions = now.Versions.SetItem(version, count) };
            }
            _known = now;
        }
        catch (Exception fault) when (AwsFaults.IsAws(fault) && !cancellationToken.IsCancellationRequested)
        {
            if (AwsFaults.IsDenied(fault)) _due.TurnOff();
        }
        if (!_due.IsOff) _due.Done();
        return _known;
    }

    private static GetMetricDataRequest Request(
        RolloutView view, DateTimeOffset started, DateTimeOffset last, IReadOnlyList<string> versions)
    {
        var minute = started.UtcTicks / TimeSpan.TicksPerMinute * TimeSpan.TicksPerMinute;
        return new()
        {
            StartTime = new DateTime(minute, DateTimeKind.Utc),
            EndTime = last.UtcDateTime.AddMinutes(2),
            MetricDataQueries =
            [
                .. versions.Select((version, place) => Query($"i{place}", "Invocations", view, version)),
                .. versions.Select((version, place) => Query($"e{place}", "Errors", view, version)),
            ],
        };
    }

    private static MetricDataQuery Query(string id, string metric, RolloutView view, string version) => new()
    {
        Id = id,
        MetricStat = new()
        {
            Metric = new()
            {
                Namespace = "AWS/Lambda",
                MetricName = metric,
                Dimensions =
                [
                    new() { Name = "FunctionName", Value = view.Function },
                    new() { Name = "Resource", Value = $"{view.Function}:{view.AliasName}" },
                    new() { Name = "ExecutedVersion", Value = version },
                ],
            },
            Period = 60,
            Stat = "Sum",
        },
    };
}
