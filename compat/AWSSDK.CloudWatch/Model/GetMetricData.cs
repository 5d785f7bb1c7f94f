using Amazon.Compat;
using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

public partial class GetMetricDataRequest : AmazonCloudWatchRequest, IShape
{
    public DateTime? EndTime { get; set; }

    public LabelOptions LabelOptions { get; set; }

    public int? MaxDatapoints { get; set; }

    public List<MetricDataQuery> MetricDataQueries { get; set; }

    public string NextToken { get; set; }

    public ScanBy ScanBy { get; set; }

    public DateTime? StartTime { get; set; }

    void IShape.Map(Fields fields)
    {
        EndTime = fields.Time("EndTime", EndTime);
        LabelOptions = fields.Object("LabelOptions", LabelOptions);
        MaxDatapoints = fields.Whole("MaxDatapoints", MaxDatapoints);
        MetricDataQueries = fields.Objects("MetricDataQueries", MetricDataQueries);
        NextToken = fields.Text("NextToken", NextToken);
        ScanBy = fields.Text("ScanBy", ScanBy);
        StartTime = fields.Time("StartTime", StartTime);
    }
}

public partial class GetMetricDataResponse : AmazonWebServiceResponse, IShape
{
    public List<MessageData> Messages { get; set; }

    public List<MetricDataResult> MetricDataResults { get; set; }

    public string NextToken { get; set; }

    void IShape.Map(Fields fields)
    {
        Messages = fields.Objects("Messages", Messages);
        MetricDataResults = fields.Objects("MetricDataResults", MetricDataResults);
        NextToken = fields.Text("NextToken", NextToken);
    }
}

public partial class MetricDataResult : IShape
{
    public string Id { get; set; }

    public string Label { get; set; }

    public List<MessageData> Messages { get; set; }

    public StatusCode StatusCode { get; set; }

    public List<DateTime> Timestamps { get; set; }

    public List<double> Values { get; set; }

    void IShape.Map(Fields fields)
    {
        Id = fields.Text("Id", Id);
        Label = fields.Text("Label", Label);
        Messages = fields.Objects("Messages", Messages);
        StatusCode = fields.Text("StatusCode", StatusCode);
        Timestamps = fields.Times("Timestamps", Timestamps);
        Values = fields.Numbers("Values", Values);
    }
}

public partial class MessageData : IShape
{
    public string Code { get; set; }

    public string Value { get; set; }

    void IShape.Map(Fields fields)
    {
        Code = fields.Text("Code", Code);
        Value = fields.Text("Value", Value);
    }
}

public partial class LabelOptions : IShape
{
    public string Timezone { get; set; }

    void IShape.Map(Fields fields) => Timezone = fields.Text("Timezone", Timezone);
}
