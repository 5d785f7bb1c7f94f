using Amazon.Compat;

namespace Amazon.StepFunctions.Model;

public partial class ExecutionFailedEventDetails : IShape
{
    public string Cause { get; set; }

    public string Error { get; set; }

    void IShape.Map(Fields fields)
    {
        Cause = fields.Text("cause", Cause);
        Error = fields.Text("error", Error);
    }
}

public partial class ExecutionStartedEventDetails : IShape
{
    public string Input { get; set; }

    public HistoryEventExecutionDataDetails InputDetails { get; set; }

    public string RoleArn { get; set; }

    public string StateMachineAliasArn { get; set; }

    public string StateMachineVersionArn { get; set; }

    void IShape.Map(Fields fields)
    {
        Input = fields.Text("input", Input);
        InputDetails = fields.Object("inputDetails", InputDetails);
        RoleArn = fields.Text("roleArn", RoleArn);
        StateMachineAliasArn = fields.Text("stateMachineAliasArn", StateMachineAliasArn);
        StateMachineVersionArn = fields.Text("stateMachineVersionArn", StateMachineVersionArn);
    }
}

public partial class ExecutionSucceededEventDetails : IShape
{
    public string Output { get; set; }

    public HistoryEventExecutionDataDetails OutputDetails { get; set; }

    void IShape.Map(Fields fields)
    {
        Output = fields.Text("output", Output);
        OutputDetails = fields.Object("outputDetails", OutputDetails);
    }
}

public partial class ExecutionAbortedEventDetails : IShape
{
    public string Cause { get; set; }

    public string Error { get; set; }

    void IShape.Map(Fields fields)
    {
        Cause = fields.Text("cause", Cause);
        Error = fields.Text("error", Error);
    }
}

public partial class ExecutionTimedOutEventDetails : IShape
{
    public string Cause { get; set; }

    public string Error { get; set; }

    void IShape.Map(Fields fields)
    {
        Cause = fields.Text("cause", Cause);
        Error = fields.Text("error", Error);
    }
}

public partial class ExecutionRedrivenEventDetails : IShape
{
    public int? RedriveCount { get; set; }

    void IShape.Map(Fields fields) => RedriveCount = fields.Whole("redriveCount", RedriveCount);
}
