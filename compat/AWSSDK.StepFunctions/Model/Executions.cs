using Amazon.Compat;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

public partial class StartExecutionRequest : AmazonStepFunctionsRequest, IShape
{
    public string Input { get; set; }

    public string Name { get; set; }

    public string StateMachineArn { get; set; }

    public string TraceHeader { get; set; }

    void IShape.Map(Fields fields)
    {
        Input = fields.Text("input", Input);
        Name = fields.Text("name", Name);
        StateMachineArn = fields.Text("stateMachineArn", StateMachineArn);
        TraceHeader = fields.Text("traceHeader", TraceHeader);
    }
}

public partial class StartExecutionResponse : AmazonWebServiceResponse, IShape
{
    public string ExecutionArn { get; set; }

    public DateTime? StartDate { get; set; }

    void IShape.Map(Fields fields)
    {
        ExecutionArn = fields.Text("executionArn", ExecutionArn);
        StartDate = fields.Time("startDate", StartDate);
    }
}

public partial class StopExecutionRequest : AmazonStepFunctionsRequest, IShape
{
    public string Cause { get; set; }

    public string Error { get; set; }

    public string ExecutionArn { get; set; }

    void IShape.Map(Fields fields)
    {
        Cause = fields.Text("cause", Cause);
        Error = fields.Text("error", Error);
        ExecutionArn = fields.Text("executionArn", ExecutionArn);
    }
}

public partial class StopExecutionResponse : AmazonWebServiceResponse, IShape
{
    public DateTime? StopDate { get; set; }

    void IShape.Map(Fields fields) => StopDate = fields.Time("stopDate", StopDate);
}

public partial class ListExecutionsRequest : AmazonStepFunctionsRequest, IShape
{
    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public ExecutionRedriveFilter RedriveFilter { get; set; }

    public string StateMachineArn { get; set; }

    public ExecutionStatus StatusFilter { get; set; }

    void IShape.Map(Fields fields)
    {
        MaxResults = fields.Whole("maxResults", MaxResults);
        NextToken = fields.Text("nextToken", NextToken);
        RedriveFilter = fields.Text("redriveFilter", RedriveFilter);
        StateMachineArn = fields.Text("stateMachineArn", StateMachineArn);
        StatusFilter = fields.Text("statusFilter", StatusFilter);
    }
}

public partial class ListExecutionsResponse : AmazonWebServiceResponse, IShape
{
    public List<ExecutionListItem> Executions { get; set; }

    public string NextToken { get; set; }

    void IShape.Map(Fields fields)
    {
        Executions = fields.Objects("executions", Executions);
        NextToken = fields.Text("nextToken", NextToken);
    }
}

public partial class ExecutionListItem : IShape
{
    public string ExecutionArn { get; set; }

    public string Name { get; set; }

    public int? RedriveCount { get; set; }

    public DateTime? RedriveDate { get; set; }

    public DateTime? StartDate { get; set; }

    public string StateMachineAliasArn { get; set; }

    public string StateMachineArn { get; set; }

    public string StateMachineVersionArn { get; set; }

    public ExecutionStatus Status { get; set; }

    public DateTime? StopDate { get; set; }

    void IShape.Map(Fields fields)
    {
        ExecutionArn = fields.Text("executionArn", ExecutionArn);
        Name = fields.Text("name", Name);
        RedriveCount = fields.Whole("redriveCount", RedriveCount);
        RedriveDate = fields.Time("redriveDate", RedriveDate);
        StartDate = fields.Time("startDate", StartDate);
        StateMachineAliasArn = fields.Text("stateMachineAliasArn", StateMachineAliasArn);
        StateMachineArn = fields.Text("stateMachineArn", StateMachineArn);
        StateMachineVersionArn = fields.Text("stateMachineVersionArn", StateMachineVersionArn);
        Status = fields.Text("status", Status);
        StopDate = fields.Time("stopDate", StopDate);
    }
}
