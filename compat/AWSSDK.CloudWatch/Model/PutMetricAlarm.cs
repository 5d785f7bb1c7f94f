using Amazon.Compat;
using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

public partial class PutMetricAlarmRequest : AmazonCloudWatchRequest, IShape
{
    public bool? ActionsEnabled { get; set; }

    public List<string> AlarmActions { get; set; }

    public string AlarmDescription { get; set; }

    public string AlarmName { get; set; }

    public ComparisonOperator ComparisonOperator { get; set; }

    public int? DatapointsToAlarm { get; set; }

    public List<Dimension> Dimensions { get; set; }

    public string EvaluateLowSampleCountPercentile { get; set; }

    public int? EvaluationPeriods { get; set; }

    public string ExtendedStatistic { get; set; }

    public List<string> InsufficientDataActions { get; set; }

    public string MetricName { get; set; }

    public List<MetricDataQuery> Metrics { get; set; }

    public string Namespace { get; set; }

    public List<string> OKActions { get; set; }

    public int? Period { get; set; }

    public Statistic Statistic { get; set; }

    public List<Tag> Tags { get; set; }

    public double? Threshold { get; set; }

    public string ThresholdMetricId { get; set; }

    public string TreatMissingData { get; set; }

    public StandardUnit Unit { get; set; }

    void IShape.Map(Fields fields)
    {
        ActionsEnabled = fields.Flag("ActionsEnabled", ActionsEnabled);
        AlarmActions = fields.Texts("AlarmActions", AlarmActions);
        AlarmDescription = fields.Text("AlarmDescription", AlarmDescription);
        AlarmName = fields.Text("AlarmName", AlarmName);
        ComparisonOperator = fields.Text("ComparisonOperator", ComparisonOperator);
        DatapointsToAlarm = fields.Whole("DatapointsToAlarm", DatapointsToAlarm);
        Dimensions = fields.Objects("Dimensions", Dimensions);
        EvaluateLowSampleCountPercentile = fields.Text("EvaluateLowSampleCountPercentile", EvaluateLowSampleCountPercentile);
        EvaluationPeriods = fields.Whole("EvaluationPeriods", EvaluationPeriods);
        ExtendedStatistic = fields.Text("ExtendedStatistic", ExtendedStatistic);
        InsufficientDataActions = fields.Texts("InsufficientDataActions", InsufficientDataActions);
        MetricName = fields.Text("MetricName", MetricName);
        Metrics = fields.Objects("Metrics", Metrics);
        Namespace = fields.Text("Namespace", Namespace);
        OKActions = fields.Texts("OKActions", OKActions);
        Period = fields.Whole("Period", Period);
        Statistic = fields.Text("Statistic", Statistic);
        Tags = fields.Objects("Tags", Tags);
        Threshold = fields.Number("Threshold", Threshold);
        ThresholdMetricId = fields.Text("ThresholdMetricId", ThresholdMetricId);
        TreatMissingData = fields.Text("TreatMissingData", TreatMissingData);
        Unit = fields.Text("Unit", Unit);
    }
}

public partial class PutMetricAlarmResponse : AmazonWebServiceResponse;
