using Amazon.Compat;
using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

public partial class SetAlarmStateRequest : AmazonCloudWatchRequest, IShape
{
    public string AlarmName { get; set; }

    public string StateReason { get; set; }

    public string StateReasonData { get; set; }

    public StateValue StateValue { get; set; }

    void IShape.Map(Fields fields)
    {
        AlarmName = fields.Text("AlarmName", AlarmName);
        StateReason = fields.Text("StateReason", StateReason);
        StateReasonData = fields.Text("StateReasonData", StateReasonData);
        StateValue = fields.Text("StateValue", StateValue);
    }
}

public partial class SetAlarmStateResponse : AmazonWebServiceResponse;

public partial class DeleteAlarmsRequest : AmazonCloudWatchRequest, IShape
{
    public List<string> AlarmNames { get; set; }

    void IShape.Map(Fields fields) => AlarmNames = fields.Texts("AlarmNames", AlarmNames);
}

public partial class DeleteAlarmsResponse : AmazonWebServiceResponse;
