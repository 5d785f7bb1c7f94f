using Amazon.Compat;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

public partial class DescribeExecutionRequest : AmazonStepFunctionsRequest, IShape
{
    public string ExecutionArn { get; set; }

    public IncludedData IncludedData { get; set; }

    void IShape.Map(Fields fields)
    {
        ExecutionArn = fields.Text("executionArn", ExecutionArn);
        IncludedData = fields.Text("includedData", IncludedData);
    }
}

public partial class DescribeExecutionResponse : AmazonWebServiceResponse, IShape
{
    public string Cause { get; set; }

    public string Error { get; set; }

    public string ExecutionArn { get; set; }

    public string Input { get; set; }

    public CloudWatchEventsExecutionDataDetails InputDetails { get; set; }

    public string Name { get; set; }

    public string Output { get; set; }

    public CloudWatchEventsExecutionDataDetails OutputDetails { get; set; }

    public int? RedriveCount { get; set; }

    public DateTime? RedriveDate { get; set; }

    public ExecutionRedriveStatus RedriveStatus { get; set; }

    public string RedriveStatusReason { get; set; }

    public DateTime? StartDate { get; set; }

    public string StateMachineAliasArn { get; set; }

    public string StateMachineArn { get; set; }

    public string StateMachineVersionArn { get; set; }

    public ExecutionStatus Status { get; set; }

    public DateTime? StopDate { get; set; }

    public string TraceHeader { get; set; }

    void IShape.Map(Fields fields)
    {
        Cause = fields.Text("cause", Cause);
        Error = fields.Text("error", Error);
        ExecutionArn = fields.Text("executionArn", ExecutionArn);
        Input = fields.Text("input", Input);
        InputDetails = fields.Object("inputDetails", InputDetails);
        Name = fields.Text("name", Name);
        Output = fields.Text("output", Output);
        OutputDetails = fields.Object("outputDetails", OutputDetails);
        RedriveCount = fields.Whole("redriveCount", RedriveCount);
        RedriveDate = fields.Time("redriveDate", RedriveDate);
        RedriveStatus = fields.Text("redriveStatus", RedriveStatus);
        RedriveStatusReason = fields.Text("redriveStatusReason", RedriveStatusReason);
        StartDate = fields.Time("startDate", StartDate);
        StateMachineAliasArn = fields.Text("stateMachineAliasArn", StateMachineAliasArn);
        StateMachineArn = fields.Text("stateMachineArn", StateMachineArn);
        StateMachineVersionArn = fields.Text("stateMachineVersionArn", StateMachineVersionArn);
        Status = fields.Text("status", Status);
        StopDate = fields.Time("stopDate", StopDate);
        TraceHeader = fields.Text("traceHeader", TraceHeader);
    }
}

public partial class CloudWatchEventsExecutionDataDetails : IShape
{
    public bool? Included { get; set; }

    void IShape.Map(Fields fields) => Included = fields.Flag("included", Included);
}
