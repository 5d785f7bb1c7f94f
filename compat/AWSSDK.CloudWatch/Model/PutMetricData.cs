using Amazon.Compat;
using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

public partial class PutMetricDataRequest : AmazonCloudWatchRequest, IShape
{
    public List<MetricDatum> MetricData { get; set; }

    public string Namespace { get; set; }

    public bool? StrictEntityValidation { get; set; }

    void IShape.Map(Fields fields)
    {
        MetricData = fields.Objects("MetricData", MetricData);
        Namespace = fields.Text("Namespace", Namespace);
        StrictEntityValidation = fields.Flag("StrictEntityValidation", StrictEntityValidation);
    }
}

public partial class PutMetricDataResponse : AmazonWebServiceResponse;

public partial class MetricDatum : IShape
{
    public List<double> Counts { get; set; }

    public List<Dimension> Dimensions { get; set; }

    public string MetricName { get; set; }

    public StatisticSet StatisticValues { get; set; }

    public int? StorageResolution { get; set; }

    public DateTime? Timestamp { get; set; }

    public StandardUnit Unit { get; set; }

    public double? Value { get; set; }

    public List<double> Values { get; set; }

    void IShape.Map(Fields fields)
    {
        Counts = fields.Numbers("Counts", Counts);
        Dimensions = fields.Objects("Dimensions", Dimensions);
        MetricName = fields.Text("MetricName", MetricName);
        StatisticValues = fields.Object("StatisticValues", StatisticValues);
        StorageResolution = fields.Whole("StorageResolution", StorageResolution);
        Timestamp = fields.Time("Timestamp", Timestamp);
        Unit = fields.Text("Unit", Unit);
        Value = fields.Number("Value", Value);
        Values = fields.Numbers("Values", Values);
    }
}

public partial class StatisticSet : IShape
{
    public double? Maximum { get; set; }

    public double? Minimum { get; set; }

    public double? SampleCount { get; set; }

    public double? Sum { get; set; }

    void IShape.Map(Fields fields)
    {
        Maximum = fields.Number("Maximum", Maximum);
        Minimum = fields.Number("Minimum", Minimum);
        SampleCount = fields.Number("SampleCount", SampleCount);
        Sum = fields.Number("Sum", Sum);
    }
}
