using Amazon.Compat;

namespace Amazon.StepFunctions.Model;

public partial class TaskFailedEventDetails : IShape
{
    public string Cause { get; set; }

    public string Error { get; set; }

    public string Resource { get; set; }

    public string ResourceType { get; set; }

    void IShape.Map(Fields fields)
    {
        Cause = fields.Text("cause", Cause);
        Error = fields.Text("error", Error);
        Resource = fields.Text("resource", Resource);
        ResourceType = fields.Text("resourceType", ResourceType);
    }
}

public partial class TaskScheduledEventDetails : IShape
{
    public long? HeartbeatInSeconds { get; set; }

    public string Parameters { get; set; }

    public string Region { get; set; }

    public string Resource { get; set; }

    public string ResourceType { get; set; }

    public long? TimeoutInSeconds { get; set; }

    void IShape.Map(Fields fields)
    {
        HeartbeatInSeconds = fields.Long("heartbeatInSeconds", HeartbeatInSeconds);
        Parameters = fields.Text("parameters", Parameters);
        Region = fields.Text("region", Region);
        Resource = fields.Text("resource", Resource);
        ResourceType = fields.Text("resourceType", ResourceType);
        TimeoutInSeconds = fields.Long("timeoutInSeconds", TimeoutInSeconds);
    }
}

public partial class TaskStartFailedEventDetails : IShape
{
    public string Cause { get; set; }

    public string Error { get; set; }

    public string Resource { get; set; }

    public string ResourceType { get; set; }

    void IShape.Map(Fields fields)
    {
        Cause = fields.Text("cause", Cause);
        Error = fields.Text("error", Error);
        Resource = fields.Text("resource", Resource);
        ResourceType = fields.Text("resourceType", ResourceType);
    }
}

public partial class TaskStartedEventDetails : IShape
{
    public string Resource { get; set; }

    public string ResourceType { get; set; }

    void IShape.Map(Fields fields)
    {
        Resource = fields.Text("resource", Resource);
        ResourceType = fields.Text("resourceType", ResourceType);
    }
}

public partial class TaskSubmitFailedEventDetails : IShape
{
    public string Cause { get; set; }

    public string Error { get; set; }

    public string Resource { get; set; }

    public string ResourceType { get; set; }

    void IShape.Map(Fields fields)
    {
        Cause = fields.Text("cause", Cause);
        Error = fields.Text("error", Error);
        Resource = fields.Text("resource", Resource);
        ResourceType = fields.Text("resourceType", ResourceType);
    }
}

public partial class TaskSubmittedEventDetails : IShape
{
    public string Output { get; set; }

    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    public string Resource { get; set; }

    public string ResourceType { get; set; }

    void IShape.Map(Fields fields)
    {
        Output = fields.Text("output", Output);
        OutputDetails = fields.Object("outputDetails", OutputDetails);
        Resource = fields.Text("resource", Resource);
        ResourceType = fields.Text("resourceType", ResourceType);
    }
}

public partial class TaskSucceededEventDetails : IShape
{
    public string Output { get; set; }

    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    public string Resource { get; set; }

    public string ResourceType { get; set; }

    void IShape.Map(Fields fields)
    {
        Output = fields.Text("output", Output);
        OutputDetails = fields.Object("outputDetails", OutputDetails);
        Resource = fields.Text("resource", Resource);
        ResourceType = fields.Text("resourceType", ResourceType);
    }
}

public partial class TaskTimedOutEventDetails : IShape
{
    public string Cause { get; set; }

    public string Error { get; set; }

    public string Resource { get; set; }

    public string ResourceType { get; set; }

    void IShape.Map(Fields fields)
    {
        Cause = fields.Text("cause", Cause);
        Error = fields.Text("error", Error);
        Resource = fields.Text("resource", Resource);
        ResourceType = fields.Text("resourceType", ResourceType);
    }
}
