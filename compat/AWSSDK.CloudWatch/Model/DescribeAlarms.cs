using Amazon.Compat;
using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

public partial class DescribeAlarmsRequest : AmazonCloudWatchRequest, IShape
{
    public string ActionPrefix { get; set; }

    public string AlarmNamePrefix { get; set; }

    public List<string> AlarmNames { get; set; }

    public List<string> AlarmTypes { get; set; }

    public string ChildrenOfAlarmName { get; set; }

    public int? MaxRecords { get; set; }

    public string NextToken { get; set; }

    public string ParentsOfAlarmName { get; set; }

    public StateValue StateValue { get; set; }

    void IShape.Map(Fields fields)
    {
        ActionPrefix = fields.Text("ActionPrefix", ActionPrefix);
        AlarmNamePrefix = fields.Text("AlarmNamePrefix", AlarmNamePrefix);
        AlarmNames = fields.Texts("AlarmNames", AlarmNames);
        AlarmTypes = fields.Texts("AlarmTypes", AlarmTypes);
        ChildrenOfAlarmName = fields.Text("ChildrenOfAlarmName", ChildrenOfAlarmName);
        MaxRecords = fields.Whole("MaxRecords", MaxRecords);
        NextToken = fields.Text("NextToken", NextToken);
        ParentsOfAlarmName = fields.Text("ParentsOfAlarmName", ParentsOfAlarmName);
        StateValue = fields.Text("StateValue", StateValue);
    }
}

public partial class DescribeAlarmsResponse : AmazonWebServiceResponse, IShape
{
    public List<CompositeAlarm> CompositeAlarms { get; set; }

    public List<MetricAlarm> MetricAlarms { get; set; }

    public string NextToken { get; set; }

    void IShape.Map(Fields fields)
    {
        CompositeAlarms = fields.Objects("CompositeAlarms", CompositeAlarms);
        MetricAlarms = fields.Objects("MetricAlarms", MetricAlarms);
        NextToken = fields.Text("NextToken", NextToken);
    }
}
