using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Runtime;
using Canary.Ports;

namespace Canary.Functions.Aws;

/// <summary>Metrics, at Amazon CloudWatch.</summary>
internal sealed class CloudWatchMetrics(IAmazonCloudWatch cloudWatch) : IMetrics
{
    public async Task<MetricReading> ReadAsync(MetricRequest request)
    {
        var series = request.Queries.Where(query => query.IsWanted)
            .ToDictionary(query => query.Id, _ => new Dictionary<DateTimeOffset, double>());
        var page = new GetMetricDataRequest
        {
            MetricDataQueries = [.. request.Queries.Select(Query)],
            StartTime = request.From.UtcDateTime,
            EndTime = request.Until.UtcDateTime,
            ScanBy = ScanBy.TimestampAscending,
        };
        var partial = new HashSet<string>();
        try
        {
            do
            {
                var answer = await cloudWatch.GetMetricDataAsync(page);
                foreach (var result in answer.MetricDataResults ?? [])
                {
                    if (FaultOf(result) is { } fault) return fault;
                    if (result.StatusCode == StatusCode.PartialData) partial.Add(result.Id);
                    else partial.Remove(result.Id);
                    if (series.TryGetValue(result.Id, out var values)) Add(values, result);
                }
                page.NextToken = answer.NextToken;
            }
            while (page.NextToken is { Length: > 0 });
        }
        catch (AmazonServiceException fault)
        {
            return MetricReading.Failed(KindOf(fault), fault.Message);
        }
        catch (Exception fault) when (AwsCall.IsBroken(fault))
        {
            return MetricReading.Failed(MetricFaultKind.Unavailable, fault.Message);
        }
        // A part of a series is no series: what is missing would look like silence.
        if (partial.Count > 0)
            return MetricReading.Failed(MetricFaultKind.Unavailable, $"{string.Join(", ", partial)}: only a part was answered");
        return new(series.ToDictionary(one => one.Key, IReadOnlyDictionary<DateTimeOffset, double> (one) => one.Value));
    }

    private static MetricDataQuery Query(MetricQuery query) => query.Source is not { } source
        ? new() { Id = query.Id, Expression = query.Expression, Period = query.Period, ReturnData = query.IsWanted }
        : new()
        {
            Id = query.Id,
            ReturnData = query.IsWanted,
            MetricStat = new()
            {
                Period = query.Period,
                Stat = source.Stat,
                Metric = new()
                {
                    Namespace = source.Namespace,
                    MetricName = source.MetricName,
                    Dimensions = [.. source.Dimensions.Select(one => new Dimension { Name = one.Key, Value = one.Value })],
                },
            },
        };

    // A part of the data comes with more to come; the other codes are faults of one result in an answer that succeeded.
    private static MetricReading? FaultOf(MetricDataResult result)
    {
        var message = $"{result.Id}: {result.StatusCode}{string.Concat((result.Messages ?? []).Select(one => $", {one.Value}"))}";
        return result.StatusCode?.Value switch
        {
            "Forbidden" => MetricReading.Failed(MetricFaultKind.Denied, message),
            "InternalError" => MetricReading.Failed(MetricFaultKind.Unavailable, message),
            _ => null,
        };
    }

    private static void Add(Dictionary<DateTimeOffset, double> values, MetricDataResult result)
    {
        foreach (var (time, value) in (result.Timestamps ?? [])
            .Zip(result.Values ?? [])) values[new DateTimeOffset(time.ToUniversalTime())] = value;
    }

    // By the code and not by the status: a denial, a throttle and credentials that AWS does not take may all be 400.
    private static MetricFaultKind KindOf(AmazonServiceException fault) =>
        AwsCall.IsDenial(fault)
            ? MetricFaultKind.Denied
            : AwsCall.IsThrottle(fault) ? MetricFaultKind.Throttled
            : IsInvalid(fault.ErrorCode) ? MetricFaultKind.Invalid
            : MetricFaultKind.Unavailable;

    // Each has two names: the shape's, and the one of the older Query protocol.
    private static bool IsInvalid(string? code) => code is "ValidationError" or "ValidationException"
        or "InvalidParameterValue" or "InvalidParameterValueException" or "InvalidParameterCombination"
        or "InvalidParameterCombinationException"
        or "MissingParameter" or "MissingRequiredParameterException" or "InvalidFormat" or "InvalidFormatFault"
        or "SerializationException";
}
