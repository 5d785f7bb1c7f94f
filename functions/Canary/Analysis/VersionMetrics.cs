using System.Globalization;
using Canary.Ports;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Statistics;

namespace Canary.Analysis;

/// <summary>The metrics of what one version of a function did for callers of an alias.</summary>
/// <param name="Prefix">
/// The small letter that the ids of its queries begin with. Those of the metrics that an expression is
/// made of begin with it and the four after it.
/// </param>
/// <param name="Function">The function's name, without ARN.</param>
/// <param name="Alias">The alias.</param>
/// <param name="Version">The version; null for all that the alias did.</param>
/// <remarks>Source of the dimensions: AWS SAM's page on safe deployments, which says that Resource is no ARN.</remarks>
internal sealed record VersionMetrics(string Prefix, string Function, string Alias, string? Version)
{
    // No Lambda function serves as many in a minute; sums of larger numbers would overflow.
    private const double MostRequests = 1e12;

    private const string InvocationsName = "invocations";
    private const string ErrorsName = "errors";
    private const string ErrorSamplesName = "samples";
    private const string ThrottlesName = "throttles";
    private const string DurationsName = "durations";

    public MetricQuery Invocations => OfLambda(InvocationsName, "Invocations", "Sum");

    public MetricQuery Errors => OfLambda(ErrorsName, "Errors", "Sum");

    // Where Lambda puts a 0 for each request that did not fail, these are the requests whose errors have arrived.
    public MetricQuery ErrorSamples => OfLambda(ErrorSamplesName, "Errors", "SampleCount");

    public MetricQuery Throttles => OfLambda(ThrottlesName, "Throttles", "Sum");

    public MetricQuery Durations => OfLambda(DurationsName, "Duration", "SampleCount");

    public MetricQuery HourlyDurations => OfLambda("hourly", "Duration", "SampleCount") with { Period = 3_600 };

    public MetricQuery HourlyPercentile(int percent) =>
        OfLambda($"p{percent}", "Duration", $"p{percent}") with { Period = 3_600 };

    public MetricQuery Slow(int index, double milliseconds) =>
        OfLambda(SlowName(index), "Duration", string.Create(CultureInfo.InvariantCulture, $"TC({milliseconds:0.##}:)"));

    /// <summary>The query of a metric of the user's own, and those of what it is made of.</summary>
    public IEnumerable<MetricQuery> Custom(int index, CustomMetric metric)
    {
        if (metric.Expression is null) return [new(CustomId(index)) { Source = Placed(metric.Sources.Values.Single()) }];
        var first = (char)(Prefix[0] + index);
        return
        [
            .. metric.Sources.Select(
                (source, i) => new MetricQuery($"{first}{i}") { Source = Placed(source.Value), IsWanted = false }),
            new(CustomId(index)) { Expression = CustomMetric.Renamed(metric.Expression, metric.Sources, first) },
        ];
    }

    public string CustomId(int index) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}_metric{index}");

    /// <summary>
    /// Requests and failed ones of a minute; null where the requests have arrived, and which of them failed has not.
    /// </summary>
    /// <param name="reading">What was read.</param>
    /// <param name="minute">The minute.</param>
    /// <param name="withThrottles">
    /// Whether throttled requests are counted: they are in no other metric, and yet their callers were not served.
    /// </param>
    /// <param name="missingIsZero">
    /// Whether errors that are not told of did not happen. Where Lambda tells of each 0, they have not arrived yet.
    /// </param>
    public Counts? Failed(MetricReading reading, DateTimeOffset minute, bool withThrottles, bool missingIsZero)
    {
        var (requests, samples, errors) =
            (Find(reading, InvocationsName, minute), Find(reading, ErrorSamplesName, minute), Find(reading, ErrorsName, minute));
        var halfArrived = (samples, errors) is (null, not null) or (not null, null);
        var errorsMissing = requests is not null && samples is null && !missingIsZero;
        if (halfArrived || errorsMissing) return null;
        var throttled = withThrottles ? Find(reading, ThrottlesName, minute) ?? 0 : 0;
        var served = missingIsZero ? Math.Max(requests ?? 0, samples ?? 0) : samples ?? 0;
        return new(served + throttled, (errors ?? 0) + throttled);
    }

    /// <summary>Whether a request that did not fail is told of as an error of 0 anywhere.</summary>
    public bool TellsZeros(MetricReading reading)
    {
        var errors = reading.Of(Id(ErrorsName));
        return reading.Of(Id(ErrorSamplesName)).Any(one => one.Value > errors.GetValueOrDefault(one.Key));
    }

    /// <summary>Whether there were requests in a minute, and nothing is told of their errors.</summary>
    public bool LacksErrors(MetricReading reading, DateTimeOffset minute) =>
        Find(reading, InvocationsName, minute) > 0 && Find(reading, ErrorSamplesName, minute) is null;

    /// <summary>Whether both are there, the requests that were served and those that were not: one alone gives no rate.</summary>
    public bool TellsThrottles(MetricReading reading, DateTimeOffset minute) =>
        Find(reading, ThrottlesName, minute) is not null && Find(reading, ErrorSamplesName, minute) is not null;

    /// <summary>Whether there were requests in a minute, and Lambda took none of them.</summary>
    public bool WasThrottled(MetricReading reading, DateTimeOffset minute) =>
        Find(reading, ThrottlesName, minute) > 0 && Find(reading, InvocationsName, minute) is null or 0;

    /// <summary>The requests of a minute, and those of them that a threshold counts.</summary>
    public Counts Slow(MetricReading reading, DateTimeOffset minute, int index, SlowThreshold threshold)
    {
        var (requests, slow) = (Find(reading, DurationsName, minute) ?? 0, Find(reading, SlowName(index), minute) ?? 0);
        return new(requests, threshold.CountsQuick ? Math.Max(0, requests - slow) : slow);
    }

    private static string SlowName(int index) => string.Create(CultureInfo.InvariantCulture, $"slow{index}");

    private string Id(string name) => $"{Prefix}_{name}";

    // By the name alone: this is asked for each minute of a rollout, and a query is more than its id.
    private long? Find(MetricReading reading, string name, DateTimeOffset minute) =>
        reading.Of(Id(name)).TryGetValue(minute, out var value) && value >= 0
            ? (long)Math.Round(Math.Min(value, MostRequests))
            : null;

    private MetricQuery OfLambda(string name, string metric, string stat)
    {
        var dimensions = new Dictionary<string, string> { ["FunctionName"] = Function, ["Resource"] = $"{Function}:{Alias}" };
        if (Version is not null) dimensions["ExecutedVersion"] = Version;
        return new(Id(name)) { Source = new("AWS/Lambda", metric, stat, dimensions) };
    }

    private MetricSource Placed(MetricSource source) => source with
    {
        Dimensions = source.Dimensions.ToDictionary(one => one.Key, one => one.Value
            .Replace(MetricSource.Version, Version, StringComparison.Ordinal)
            .Replace("{alias}", Alias, StringComparison.Ordinal)
            .Replace("{function}", Function, StringComparison.Ordinal)),
    };
}
