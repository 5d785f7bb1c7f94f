using Amazon.Compat;
using Amazon.Runtime;

namespace Amazon.StepFunctions.Model;

public partial class GetExecutionHistoryRequest : AmazonStepFunctionsRequest, IShape
{
    public string ExecutionArn { get; set; }

    public bool? IncludeExecutionData { get; set; }

    public int? MaxResults { get; set; }

    public string NextToken { get; set; }

    public bool? ReverseOrder { get; set; }

    void IShape.Map(Fields fields)
    {
        ExecutionArn = fields.Text("executionArn", ExecutionArn);
        IncludeExecutionData = fields.Flag("includeExecutionData", IncludeExecutionData);
        MaxResults = fields.Whole("maxResults", MaxResults);
        NextToken = fields.Text("nextToken", NextToken);
        ReverseOrder = fields.Flag("reverseOrder", ReverseOrder);
    }
}

public partial class GetExecutionHistoryResponse : AmazonWebServiceResponse, IShape
{
    public List<HistoryEvent> Events { get; set; }

    public string NextToken { get; set; }

    void IShape.Map(Fields fields)
    {
        Events = fields.Objects("events", Events);
        NextToken = fields.Text("nextToken", NextToken);
    }
}

public partial class HistoryEvent : IShape
{
    public EvaluationFailedEventDetails EvaluationFailedEventDetails { get; set; }

    public ExecutionAbortedEventDetails ExecutionAbortedEventDetails { get; set; }

    public ExecutionFailedEventDetails ExecutionFailedEventDetails { get; set; }

    public ExecutionRedrivenEventDetails ExecutionRedrivenEventDetails { get; set; }

    public ExecutionStartedEventDetails ExecutionStartedEventDetails { get; set; }

    public ExecutionSucceededEventDetails ExecutionSucceededEventDetails { get; set; }

    public ExecutionTimedOutEventDetails ExecutionTimedOutEventDetails { get; set; }

    public long? Id { get; set; }

    public LambdaFunctionFailedEventDetails LambdaFunctionFailedEventDetails { get; set; }

    public LambdaFunctionScheduledEventDetails LambdaFunctionScheduledEventDetails { get; set; }

    public LambdaFunctionScheduleFailedEventDetails LambdaFunctionScheduleFailedEventDetails { get; set; }

    public LambdaFunctionStartFailedEventDetails LambdaFunctionStartFailedEventDetails { get; set; }

    public LambdaFunctionSucceededEventDetails LambdaFunctionSucceededEventDetails { get; set; }

    public LambdaFunctionTimedOutEventDetails LambdaFunctionTimedOutEventDetails { get; set; }

    public long? PreviousEventId { get; set; }

    public StateEnteredEventDetails StateEnteredEventDetails { get; set; }

    public StateExitedEventDetails StateExitedEventDetails { get; set; }

    public TaskFailedEventDetails TaskFailedEventDetails { get; set; }

    public TaskScheduledEventDetails TaskScheduledEventDetails { get; set; }

    public TaskStartedEventDetails TaskStartedEventDetails { get; set; }

    public TaskStartFailedEventDetails TaskStartFailedEventDetails { get; set; }

    public TaskSubmitFailedEventDetails TaskSubmitFailedEventDetails { get; set; }

    public TaskSubmittedEventDetails TaskSubmittedEventDetails { get; set; }

    public TaskSucceededEventDetails TaskSucceededEventDetails { get; set; }

    public TaskTimedOutEventDetails TaskTimedOutEventDetails { get; set; }

    public DateTime? Timestamp { get; set; }

    public HistoryEventType Type { get; set; }

    void IShape.Map(Fields fields)
    {
        EvaluationFailedEventDetails = fields.Object("evaluationFailedEventDetails", EvaluationFailedEventDetails);
        ExecutionAbortedEventDetails = fields.Object("executionAbortedEventDetails", ExecutionAbortedEventDetails);
        ExecutionFailedEventDetails = fields.Object("executionFailedEventDetails", ExecutionFailedEventDetails);
        ExecutionRedrivenEventDetails = fields.Object("executionRedrivenEventDetails", ExecutionRedrivenEventDetails);
        ExecutionStartedEventDetails = fields.Object("executionStartedEventDetails", ExecutionStartedEventDetails);
        ExecutionSucceededEventDetails = fields.Object("executionSucceededEventDetails", ExecutionSucceededEventDetails);
        ExecutionTimedOutEventDetails = fields.Object("executionTimedOutEventDetails", ExecutionTimedOutEventDetails);
        Id = fields.Long("id", Id);
        LambdaFunctionFailedEventDetails = fields.Object("lambdaFunctionFailedEventDetails", LambdaFunctionFailedEventDetails);
        LambdaFunctionScheduledEventDetails = fields.Object("lambdaFunctionScheduledEventDetails", LambdaFunctionScheduledEventDetails);
        LambdaFunctionScheduleFailedEventDetails = fields.Object("lambdaFunctionScheduleFailedEventDetails", LambdaFunctionScheduleFailedEventDetails);
        LambdaFunctionStartFailedEventDetails = fields.Object("lambdaFunctionStartFailedEventDetails", LambdaFunctionStartFailedEventDetails);
        LambdaFunctionSucceededEventDetails = fields.Object("lambdaFunctionSucceededEventDetails", LambdaFunctionSucceededEventDetails);
        LambdaFunctionTimedOutEventDetails = fields.Object("lambdaFunctionTimedOutEventDetails", LambdaFunctionTimedOutEventDetails);
        PreviousEventId = fields.Long("previousEventId", PreviousEventId);
        StateEnteredEventDetails = fields.Object("stateEnteredEventDetails", StateEnteredEventDetails);
        StateExitedEventDetails = fields.Object("stateExitedEventDetails", StateExitedEventDetails);
        TaskFailedEventDetails = fields.Object("taskFailedEventDetails", TaskFailedEventDetails);
        TaskScheduledEventDetails = fields.Object("taskScheduledEventDetails", TaskScheduledEventDetails);
        TaskStartedEventDetails = fields.Object("taskStartedEventDetails", TaskStartedEventDetails);
        TaskStartFailedEventDetails = fields.Object("taskStartFailedEventDetails", TaskStartFailedEventDetails);
        TaskSubmitFailedEventDetails = fields.Object("taskSubmitFailedEventDetails", TaskSubmitFailedEventDetails);
        TaskSubmittedEventDetails = fields.Object("taskSubmittedEventDetails", TaskSubmittedEventDetails);
        TaskSucceededEventDetails = fields.Object("taskSucceededEventDetails", TaskSucceededEventDetails);
        TaskTimedOutEventDetails = fields.Object("taskTimedOutEventDetails", TaskTimedOutEventDetails);
        Timestamp = fields.Time("timestamp", Timestamp);
        Type = fields.Text("type", Type);
    }
}

public partial class HistoryEventExecutionDataDetails : IShape
{
    public bool? Truncated { get; set; }

    void IShape.Map(Fields fields) => Truncated = fields.Flag("truncated", Truncated);
}
