using Canary.Local.CloudWatch.Errors;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.CloudWatch.Api;

internal static class PutMetricData
{
    public static WireMap? Answer(CloudWatchService service, WireMap input)
    {
        input.Refuse("PutMetricData", "EntityMetricData", "StrictEntityValidation");
        service.PutMetricData(input.Text("Namespace")!, [.. (input.Maps("MetricData") ?? []).Select(Datum)]);
        return null;
    }

    private static MetricDatum Datum(WireMap datum) => new()
    {
        MetricName = datum.Text("MetricName")!,
        Dimensions = datum.Dimensions(),
        Timestamp = datum.Moment("Timestamp"),
        Value = datum.Number("Value"),
        Values = datum.Numbers("Values"),
        Counts = datum.Numbers("Counts"),
        Statistics = datum.Map("StatisticValues") is { } set ? Statistics(set) : null,
        Unit = datum.Text("Unit"),
        StorageResolution = datum.Integer("StorageResolution"),
    };

    private static StatisticSet Statistics(WireMap set) => new(Part(set, "SampleCount"), Part(set, "Sum"), Part(set, "Minimum"), Part(set, "Maximum"));

    private static double Part(WireMap set, string name) =>
        set.Number(name) ?? throw CloudWatchErrors.Missing($"The parameter StatisticValues.{name} is required.");
}
