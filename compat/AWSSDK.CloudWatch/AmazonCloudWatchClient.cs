using Amazon.CloudWatch.Model;
using Amazon.CloudWatch.Wire;
using Amazon.Compat;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;

namespace Amazon.CloudWatch;

public partial class AmazonCloudWatchClient : AmazonServiceClient, IAmazonCloudWatch
{
    public AmazonCloudWatchClient() : this(new AmazonCloudWatchConfig())
    {
    }

    public AmazonCloudWatchClient(RegionEndpoint region) : this(new AmazonCloudWatchConfig { RegionEndpoint = region })
    {
    }

    public AmazonCloudWatchClient(AmazonCloudWatchConfig config) : base(config)
    {
    }

    public AmazonCloudWatchClient(AWSCredentials credentials) : this(credentials, new AmazonCloudWatchConfig())
    {
    }

    public AmazonCloudWatchClient(AWSCredentials credentials, RegionEndpoint region) : this(credentials, new AmazonCloudWatchConfig { RegionEndpoint = region })
    {
    }

    public AmazonCloudWatchClient(AWSCredentials credentials, AmazonCloudWatchConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCloudWatchConfig { RegionEndpoint = region })
    {
    }

    public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey, AmazonCloudWatchConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, clientConfig)
    {
    }

    public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey) : this(awsAccessKeyId, awsSecretAccessKey, new AmazonCloudWatchConfig())
    {
    }

    public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCloudWatchConfig())
    {
    }

    public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, RegionEndpoint region)
        : this(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, new AmazonCloudWatchConfig { RegionEndpoint = region })
    {
    }

    public AmazonCloudWatchClient(string awsAccessKeyId, string awsSecretAccessKey, string awsSessionToken, AmazonCloudWatchConfig clientConfig)
        : base(awsAccessKeyId, awsSecretAccessKey, awsSessionToken, clientConfig)
    {
    }

    IClientConfig IAmazonService.Config => Config;

    protected override IServiceMetadata ServiceMetadata { get; } = new Metadata(AmazonCloudWatchConfig.ServiceId);

    public virtual Task<DeleteAlarmsResponse> DeleteAlarmsAsync(DeleteAlarmsRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.DeleteAlarms, request, cancellationToken);

    public virtual Task<DescribeAlarmsResponse> DescribeAlarmsAsync(CancellationToken cancellationToken = default) =>
        DescribeAlarmsAsync(new DescribeAlarmsRequest(), cancellationToken);

    public virtual Task<DescribeAlarmsResponse> DescribeAlarmsAsync(DescribeAlarmsRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.DescribeAlarms, request, cancellationToken);

    public virtual Task<GetMetricDataResponse> GetMetricDataAsync(GetMetricDataRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.GetMetricData, request, cancellationToken);

    public virtual Task<PutCompositeAlarmResponse> PutCompositeAlarmAsync(PutCompositeAlarmRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.PutCompositeAlarm, request, cancellationToken);

    public virtual Task<PutMetricAlarmResponse> PutMetricAlarmAsync(PutMetricAlarmRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.PutMetricAlarm, request, cancellationToken);

    public virtual Task<PutMetricDataResponse> PutMetricDataAsync(PutMetricDataRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.PutMetricData, request, cancellationToken);

    public virtual Task<SetAlarmStateResponse> SetAlarmStateAsync(SetAlarmStateRequest request, CancellationToken cancellationToken = default) =>
        Call(Operations.SetAlarmState, request, cancellationToken);

    public Endpoint DetermineServiceOperationEndpoint(AmazonWebServiceRequest request) =>
        Config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(request));

    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => Pipeline.Customize(pipeline);

    private Task<T> Call<T>(Operation<T> operation, AmazonWebServiceRequest request, CancellationToken cancellationToken)
        where T : AmazonWebServiceResponse, new() => InvokeAsync<T>(request, operation.Options(), cancellationToken);
}
