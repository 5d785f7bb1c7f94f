namespace Canary.Cli.Watching;

/// <summary>How many requests were served, and how many of them failed.</summary>
internal readonly record struct TrafficCount(long Requests, long Failures)
{
    public static TrafficCount operator +(TrafficCount left, TrafficCount right) =>
        new(left.Requests + right.Requests, left.Failures + right.Failures);

    public static TrafficCount operator -(TrafficCount left, TrafficCount right) =>
        new(left.Requests - right.Requests, left.Failures - right.Failures);
}
