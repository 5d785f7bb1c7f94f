using System.Text;
using Amazon.CloudWatch;
using Amazon.CloudWatch.Model;
using Amazon.Lambda;
using Amazon.Lambda.Model;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using Amazon.StepFunctions;
using Amazon.StepFunctions.Model;
using Canary.Cli.Aws;

namespace Canary.Cli.Tests.Fakes;

/// <summary>An account with one stack, a function orders with an alias live, and what a test says of its rollouts.</summary>
internal sealed class FakeAws
{
    public const string Executions = "arn:aws:states:us-east-1:123456789012:execution:canary:";

    /// <summary>The rollouts, the newest first.</summary>
    public List<FakeExecution> Rollouts { get; } = [];

    /// <summary>The alias's description; null where there is no alias.</summary>
    public string? Description { get; set; } = "";

    /// <summary>What calls meet: each takes the first, and null is none.</summary>
    public Queue<Exception?> Faults { get; } = [];

    /// <summary>What was called, in order.</summary>
    public List<string> Calls { get; } = [];

    /// <summary>Happens at each call.</summary>
    public Action<string>? Called { get; set; }

    /// <summary>What a function answers, by its name; a missing one does not exist.</summary>
    public Dictionary<string, Func<string, string>> Functions { get; } = [];

    /// <summary>What was opened last.</summary>
    public AwsAccess? Access { get; private set; }

    public AwsAccess Open(AwsSettings settings)
    {
        return Access = new AwsAccess("us-east-1", () => new BasicAWSCredentials("test", "test"), new Uri("http://127.0.0.1:1"))
        {
            Lambda = new Lambda(this),
            CloudWatch = new Metrics(this),
            StepFunctions = new States(this),
            Sts = new Identity(this),
        };
    }

    public FakeExecution Find(string arn) =>
        Rollouts.FirstOrDefault(one => one.Arn == arn) ?? throw new ExecutionDoesNotExistException("Execution Does Not Exist");

    private void Meet(string call)
    {
        Calls.Add(call);
        Called?.Invoke(call);
        if (Faults.TryDequeue(out var fault) && fault is not null) throw fault;
    }

    private static T Config<T>(T config) where T : ClientConfig
    {
        config.RegionEndpoint = Amazon.RegionEndpoint.USEast1;
        return config;
    }

    private sealed class States(FakeAws aws)
        : AmazonStepFunctionsClient(new AnonymousAWSCredentials(), Config(new AmazonStepFunctionsConfig()))
    {
        public override Task<DescribeExecutionResponse> DescribeExecutionAsync(
            DescribeExecutionRequest request, CancellationToken cancellationToken = default)
        {
            aws.Meet("DescribeExecution");
            return Task.FromResult(aws.Find(request.ExecutionArn).Describe());
        }

        public override Task<ListExecutionsResponse> ListExecutionsAsync(
            ListExecutionsRequest request, CancellationToken cancellationToken = default)
        {
            aws.Meet("ListExecutions");
            return Task.FromResult(new ListExecutionsResponse
            {
                Executions = [.. aws.Rollouts.Select(one => new ExecutionListItem { ExecutionArn = one.Arn })],
            });
        }

        public override Task<GetExecutionHistoryResponse> GetExecutionHistoryAsync(
            GetExecutionHistoryRequest request, CancellationToken cancellationToken = default)
        {
            aws.Meet("GetExecutionHistory");
            return Task.FromResult(new GetExecutionHistoryResponse { Events = aws.Find(request.ExecutionArn).NewestFirst() });
        }

        public override Task<StartExecutionResponse> StartExecutionAsync(
            StartExecutionRequest request, CancellationToken cancellationToken = default)
        {
            aws.Meet($"StartExecution {request.Name}");
            var arn = Executions + request.Name;
            if (aws.Rollouts.Any(one => one.Arn == arn)) throw new ExecutionAlreadyExistsException("Execution Already Exists");
            aws.Rollouts.Insert(0, new FakeExecution(arn, request.Input));
            return Task.FromResult(
                new StartExecutionResponse { ExecutionArn = arn, StartDate = FakeExecution.Begin.UtcDateTime });
        }

        public override Task<StopExecutionResponse> StopExecutionAsync(
            StopExecutionRequest request, CancellationToken cancellationToken = default)
        {
            aws.Meet($"StopExecution {request.Error}");
            aws.Find(request.ExecutionArn).End("ABORTED", null, request.Error, request.Cause);
            aws.Description = "";
            return Task.FromResult(new StopExecutionResponse());
        }
    }

    private sealed class Lambda(FakeAws aws) : AmazonLambdaClient(new AnonymousAWSCredentials(), Config(new AmazonLambdaConfig()))
    {
        public override Task<GetAliasResponse> GetAliasAsync(
            GetAliasRequest request, CancellationToken cancellationToken = default)
        {
            aws.Meet("GetAlias");
            return aws.Description is { } description
                ? Task.FromResult(new GetAliasResponse { FunctionVersion = "1", Description = description, Name = request.Name })
                : throw new Amazon.Lambda.Model.ResourceNotFoundException("no alias");
        }

        public override Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken = default)
        {
            aws.Meet($"Invoke {request.FunctionName}");
            return aws.Functions.TryGetValue(request.FunctionName, out var answer)
                ? Task.FromResult(new InvokeResponse { Payload = new(Encoding.UTF8.GetBytes(answer(request.Payload))) })
                : throw new Amazon.Lambda.Model.ResourceNotFoundException("no function");
        }
    }

    private sealed class Metrics(FakeAws aws)
        : AmazonCloudWatchClient(new AnonymousAWSCredentials(), Config(new AmazonCloudWatchConfig()))
    {
        public override Task<GetMetricDataResponse> GetMetricDataAsync(
            GetMetricDataRequest request, CancellationToken cancellationToken = default)
        {
            aws.Calls.Add("GetMetricData");
            return Task.FromResult(new GetMetricDataResponse { MetricDataResults = [] });
        }
    }

    private sealed class Identity(FakeAws aws)
        : AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), Config(new AmazonSecurityTokenServiceConfig()))
    {
        public override Task<GetCallerIdentityResponse> GetCallerIdentityAsync(
            GetCallerIdentityRequest request, CancellationToken cancellationToken = default)
        {
            aws.Meet("GetCallerIdentity");
            return Task.FromResult(new GetCallerIdentityResponse
            {
                Account = "123456789012",
                Arn = "arn:aws:sts::123456789012:assumed-role/Release/alice@example.com",
                UserId = "A:a",
            });
        }
    }
}
