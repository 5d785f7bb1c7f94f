using Amazon.Compat;
using Amazon.Runtime;

namespace Amazon.EventBridge.Model;

public partial class PutEventsRequest : AmazonEventBridgeRequest, IShape
{
    public List<PutEventsRequestEntry> Entries { get; set; }

    void IShape.Map(Fields fields) => Entries = fields.Objects("Entries", Entries);
}

public partial class PutEventsRequestEntry : IShape
{
    public string Detail { get; set; }

    public string DetailType { get; set; }

    public string EventBusName { get; set; }

    public List<string> Resources { get; set; }

    public string Source { get; set; }

    void IShape.Map(Fields fields)
    {
        Detail = fields.Text("Detail", Detail);
        DetailType = fields.Text("DetailType", DetailType);
        EventBusName = fields.Text("EventBusName", EventBusName);
        Resources = fields.Texts("Resources", Resources);
        Source = fields.Text("Source", Source);
    }
}

public partial class PutEventsResponse : AmazonWebServiceResponse, IShape
{
    public List<PutEventsResultEntry> Entries { get; set; }

    public int? FailedEntryCount { get; set; }

    void IShape.Map(Fields fields)
    {
        Entries = fields.Objects("Entries", Entries);
        FailedEntryCount = fields.Whole("FailedEntryCount", FailedEntryCount);
    }
}

public partial class PutEventsResultEntry : IShape
{
    public string ErrorCode { get; set; }

    public string ErrorMessage { get; set; }

    public string EventId { get; set; }

    void IShape.Map(Fields fields)
    {
        ErrorCode = fields.Text("ErrorCode", ErrorCode);
        ErrorMessage = fields.Text("ErrorMessage", ErrorMessage);
        EventId = fields.Text("EventId", EventId);
    }
}
