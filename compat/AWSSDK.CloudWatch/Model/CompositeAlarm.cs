using Amazon.Compat;
using Amazon.Runtime;

namespace Amazon.CloudWatch.Model;

public partial class CompositeAlarm : IShape
{
    public bool? ActionsEnabled { get; set; }

    public ActionsSuppressedBy ActionsSuppressedBy { get; set; }

    public string ActionsSuppressedReason { get; set; }

    public string ActionsSuppressor { get; set; }

    public int? ActionsSuppressorExtensionPeriod { get; set; }

    public int? ActionsSuppressorWaitPeriod { get; set; }

    public List<string> AlarmActions { get; set; }

    public string AlarmArn { get; set; }

    public DateTime? AlarmConfigurationUpdatedTimestamp { get; set; }

    public string AlarmDescription { get; set; }

    public string AlarmName { get; set; }

    public string AlarmRule { get; set; }

    public List<string> InsufficientDataActions { get; set; }

    public List<string> OKActions { get; set; }

    public string StateReason { get; set; }

    public string StateReasonData { get; set; }

    public DateTime? StateTransitionedTimestamp { get; set; }

    public DateTime? StateUpdatedTimestamp { get; set; }

    public StateValue StateValue { get; set; }

    void IShape.Map(Fields fields)
    {
        ActionsEnabled = fields.Flag("ActionsEnabled", ActionsEnabled);
        ActionsSuppressedBy = fields.Text("ActionsSuppressedBy", ActionsSuppressedBy);
        ActionsSuppressedReason = fields.Text("ActionsSuppressedReason", ActionsSuppressedReason);
        ActionsSuppressor = fields.Text("ActionsSuppressor", ActionsSuppressor);
        ActionsSuppressorExtensionPeriod = fields.Whole("ActionsSuppressorExtensionPeriod", ActionsSuppressorExtensionPeriod);
        ActionsSuppressorWaitPeriod = fields.Whole("ActionsSuppressorWaitPeriod", ActionsSuppressorWaitPeriod);
        AlarmActions = fields.Texts("AlarmActions", AlarmActions);
        AlarmArn = fields.Text("AlarmArn", AlarmArn);
        AlarmConfigurationUpdatedTimestamp = fields.Time("AlarmConfigurationUpdatedTimestamp", AlarmConfigurationUpdatedTimestamp);
        AlarmDescription = fields.Text("AlarmDescription", AlarmDescription);
        AlarmName = fields.Text("AlarmName", AlarmName);
        AlarmRule = fields.Text("AlarmRule", AlarmRule);
        InsufficientDataActions = fields.Texts("InsufficientDataActions", InsufficientDataActions);
        OKActions = fields.Texts("OKActions", OKActions);
        StateReason = fields.Text("StateReason", StateReason);
        StateReasonData = fields.Text("StateReasonData", StateReasonData);
        StateTransitionedTimestamp = fields.Time("StateTransitionedTimestamp", StateTransitionedTimestamp);
        StateUpdatedTimestamp = fields.Time("StateUpdatedTimestamp", StateUpdatedTimestamp);
        StateValue = fields.Text("StateValue", StateValue);
    }
}

public partial class PutCompositeAlarmRequest : AmazonCloudWatchRequest, IShape
{
    public bool? ActionsEnabled { get; set; }

    public string ActionsSuppressor { get; set; }

    public int? ActionsSuppressorExtensionPeriod { get; set; }

    public int? ActionsSuppressorWaitPeriod { get; set; }

    public List<string> AlarmActions { get; set; }

    public string AlarmDescription { get; set; }

    public string AlarmName { get; set; }

    public string AlarmRule { get; set; }

    public List<string> InsufficientDataActions { get; set; }

    public List<string> OKActions { get; set; }

    public List<Tag> Tags { get; set; }

    void IShape.Map(Fields fields)
    {
        ActionsEnabled = fields.Flag("ActionsEnabled", ActionsEnabled);
        ActionsSuppressor = fields.Text("ActionsSuppressor", ActionsSuppressor);
        ActionsSuppressorExtensionPeriod = fields.Whole("ActionsSuppressorExtensionPeriod", ActionsSuppressorExtensionPeriod);
        ActionsSuppressorWaitPeriod = fields.Whole("ActionsSuppressorWaitPeriod", ActionsSuppressorWaitPeriod);
        AlarmActions = fields.Texts("AlarmActions", AlarmActions);
        AlarmDescription = fields.Text("AlarmDescription", AlarmDescription);
        AlarmName = fields.Text("AlarmName", AlarmName);
        AlarmRule = fields.Text("AlarmRule", AlarmRule);
        InsufficientDataActions = fields.Texts("InsufficientDataActions", InsufficientDataActions);
        OKActions = fields.Texts("OKActions", OKActions);
        Tags = fields.Objects("Tags", Tags);
    }
}

public partial class PutCompositeAlarmResponse : AmazonWebServiceResponse;
