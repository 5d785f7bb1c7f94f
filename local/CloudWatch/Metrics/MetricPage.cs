using System.Globalization;
using Canary.Local.CloudWatch.Errors;
using Canary.Local.CloudWatch.Model;

namespace Canary.Local.CloudWatch.Metrics;

/// <summary>
/// As many data points as one answer of GetMetricData may have. The guide does not say which results a page begins with; here
/// they are filled in order, and each is there on each page, so that a reader has to put them together by their ids.
/// </summary>
/// <param name="Results">Complete where there is no more to come.</param>
/// <param name="Next">What the next page is asked for with; null is the last one.</param>
internal sealed record MetricPage(IReadOnlyList<MetricDataResult> Results, string? Next)
{
    /// <param name="results">The whole answer.</param>
    /// <param name="limit">How many data points fit.</param>
    /// <param name="token">From the page before, or null.</param>
    /// <param name="hasMath">Whether an expression is in the request: then there is no next page, the model says.</param>
    /// <exception cref="Wire.AwsException">The token was not made for this request.</exception>
    public static MetricPage Of(IReadOnlyList<MetricDataResult> results, int limit, string? token, bool hasMath)
    {
        var (first, after) = token is null ? (0, null) : Position(token, results.Count);
        var (page, left, last) = (new List<MetricDataResult>(), limit, ((int, DateTimeOffset)?)null);
        foreach (var (index, result) in results.Index())
        {
            var rest = index < first ? []
                : index == first && after is not null ? After(result.Points, after.Value)
                : result.Points;
            var taken = rest.Take(left).ToList();
            left -= taken.Count;
            if (taken.Count > 0) last = (index, taken[^1].Timestamp);
            page.Add(result with { Points = taken, IsComplete = taken.Count == rest.Count });
        }
        var more = page.Any(result => !result.IsComplete) && !hasMath;
        return new(page, more && last is var (at, moment) ? PageToken.Encode(Text(at, moment)) : null);
    }

    private static IReadOnlyList<MetricPoint> After(IReadOnlyList<MetricPoint> points, DateTimeOffset last) =>
        [.. points.SkipWhile(point => point.Timestamp != last).Skip(1)];

    private static string Text(int index, DateTimeOffset after) =>
        string.Create(CultureInfo.InvariantCulture, $"{index}@{after.ToUnixTimeSeconds()}");

    private static (int First, DateTimeOffset? After) Position(string token, int count) =>
        PageToken.Decode(token).Split('@') is [var index, var second]
        && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && first < count
        && long.TryParse(second, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var after)
            ? (first, DateTimeOffset.FromUnixTimeSeconds(after))
            : throw CloudWatchErrors.InvalidNextToken(token);
}
