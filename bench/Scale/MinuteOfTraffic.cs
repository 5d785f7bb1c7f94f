using Canary.Local;
using Canary.Local.CloudWatch.Model;

namespace Canary.Bench.Scale;

/// <summary>What Lambda counts of a minute's traffic.</summary>
internal static class MinuteOfTraffic
{
    /// <summary>Shares the requests between the versions, as the alias does now, and counts them.</summary>
    public static void Put(LocalAws aws, Released release, DateTimeOffset minute, int requests)
    {
        var candidates = (int)(requests * release.Weight);
        Put("1", requests - candidates);
        if (candidates > 0) Put("2", candidates);

        void Put(string version, int count)
        {
            KeyValuePair<string, string>[] dimensions =
            [
                new("FunctionName", release.Function),
                new("Resource", $"{release.Function}:{Account.Alias}"),
                new("ExecutedVersion", version),
            ];
            Record("Invocations", "Count", (1, count));
            Record("Errors", "Count", (0, count));
            // One of ten takes longer than the rest, and one of fifty much longer.
            Record("Duration", "Milliseconds", (20, count - count / 10), (60, count / 10 - count / 50), (300, count / 50));

            void Record(string name, string unit, params (double Value, int Count)[] values) => aws.CloudWatch.Metrics.Record(
                new MetricIdentity("AWS/Lambda", name, dimensions), unit, minute, 60, counts =>
                {
                    foreach (var (value, times) in values) counts.Add(value, times);
                });
        }
    }
}
