using Amazon.Compat;
using Amazon.StepFunctions.Model;

namespace Amazon.StepFunctions.Wire;

internal static class Operations
{
    private static readonly StepFunctionsProtocol s_stepFunctions = new();

    public static readonly Operation<CreateStateMachineResponse> CreateStateMachine = new(s_stepFunctions, "CreateStateMachine");
    public static readonly Operation<DescribeExecutionResponse> DescribeExecution = new(s_stepFunctions, "DescribeExecution");
    public static readonly Operation<DescribeStateMachineResponse> DescribeStateMachine = new(s_stepFunctions, "DescribeStateMachine");
    public static readonly Operation<DescribeStateMachineAliasResponse> DescribeStateMachineAlias =
        new(s_stepFunctions, "DescribeStateMachineAlias");
    public static readonly Operation<GetExecutionHistoryResponse> GetExecutionHistory = new(s_stepFunctions, "GetExecutionHistory");
    public static readonly Operation<ListExecutionsResponse> ListExecutions = new(s_stepFunctions, "ListExecutions");
    public static readonly Operation<ListStateMachinesResponse> ListStateMachines = new(s_stepFunctions, "ListStateMachines");
    public static readonly Operation<SendTaskFailureResponse> SendTaskFailure = new(s_stepFunctions, "SendTaskFailure");
    public static readonly Operation<SendTaskSuccessResponse> SendTaskSuccess = new(s_stepFunctions, "SendTaskSuccess");
    public static readonly Operation<StartExecutionResponse> StartExecution = new(s_stepFunctions, "StartExecution");
    public static readonly Operation<StopExecutionResponse> StopExecution = new(s_stepFunctions, "StopExecution");
}
