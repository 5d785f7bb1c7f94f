using Amazon.Compat;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.StepFunctions.Model;
using Amazon.StepFunctions.Wire;

namespace Amazon.StepFunctions;

public partial class AmazonStepFunctionsClient : AmazonServiceClient, IAmazonStepFunctions
{
    public AmazonStepFunctionsClient() : this(new AmazonStepFunctionsConfig())
    {
    }

    public AmazonStepFunctionsClient(RegionEndpoint region) : this(new AmazonStepFunctionsConfig { RegionEndpoint = region })
    {
    }

    public AmazonStepFunctionsClient(AmazonStepFunctionsConfig config) : base(config)
    {
    }

    public AmazonStepFunctionsClient(AWSCredentials credentials) : this(credentials, new AmazonStepFunctionsConfig())
    {
    }

    public AmazonStepFunctionsClient(
        AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonStepFunctionsConfig { RegionEndpoint = region })
    {
    }

    public AmazonStepFunctionsClient(AWSCredentials credentials, AmazonStepFunctionsConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    public AmazonStepFunctionsClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonStepFunctionsConfig { RegionEndpoint = region })
    {
    }

    public AmazonStepFunctionsClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonStepFunctionsConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonStepFunctionsClient(string awsAccessKeyId, string awsSecretAccessKey) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonStepFunctionsConfig())
    {
    }

    public AmazonStepFunctionsClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonStepFunctionsConfig())
    {
    }

    public AmazonStepFunctionsClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonStepFunctionsConfig { RegionEndpoint = region })
    {
    }

    public AmazonStepFunctionsClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonStepFunctionsConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    IClientConfig IAmazonService.Config => Config;

    protected override IServiceMetadata ServiceMetadata { get; } = new Metadata(AmazonStepFunctionsConfig.ServiceId);

    public virtual Task<CreateStateMachineResponse> CreateStateMachineAsync(CreateStateMachineRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.CreateStateMachine, request, cancellationToken);

    public virtual Task<DescribeExecutionResponse> DescribeExecutionAsync(DescribeExecutionRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.DescribeExecution, request, cancellationToken);

    public virtual Task<DescribeStateMachineAliasResponse> DescribeStateMachineAliasAsync(
        DescribeStateMachineAliasRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.DescribeStateMachineAlias, request, cancellationToken);

    public virtual Task<DescribeStateMachineResponse> DescribeStateMachineAsync(
        DescribeStateMachineRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.DescribeStateMachine, request, cancellationToken);

    public virtual Task<GetExecutionHistoryResponse> GetExecutionHistoryAsync(
        GetExecutionHistoryRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.GetExecutionHistory, request, cancellationToken);

    public virtual Task<ListExecutionsResponse> ListExecutionsAsync(ListExecutionsRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.ListExecutions, request, cancellationToken);

    public virtual Task<ListStateMachinesResponse> ListStateMachinesAsync(ListStateMachinesRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.ListStateMachines, request, cancellationToken);

    public virtual Task<SendTaskFailureResponse> SendTaskFailureAsync(SendTaskFailureRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.SendTaskFailure, request, cancellationToken);

    public virtual Task<SendTaskSuccessResponse> SendTaskSuccessAsync(SendTaskSuccessRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.SendTaskSuccess, request, cancellationToken);

    public virtual Task<StartExecutionResponse> StartExecutionAsync(StartExecutionRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.StartExecution, request, cancellationToken);

    public virtual Task<StopExecutionResponse> StopExecutionAsync(StopExecutionRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.StopExecution, request, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Pipeline.Customize(pipeline);

    private Task<T> Call<T>(Operation<T> operation, AmazonWebServiceRequest request, CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse, new() => InvokeAsync<T>(request, operation.Options(), cancellationToken);
}
