using Amazon.Lambda.Core;
using Canary.Local.Lambda.Environments;

namespace Canary.InProcess;

/// <summary>What an invocation may know of itself.</summary>
internal sealed class LambdaContext(
    EnvironmentSpec spec, Invocation invocation, ILambdaLogger log, TimeProvider time) : ILambdaContext
{
    private readonly DateTimeOffset _deadline = time.GetUtcNow().AddSeconds(spec.Definition.TimeoutSeconds);

    public string AwsRequestId => invocation.RequestId;

    public IClientContext? ClientContext => null;

    public string FunctionName => spec.Definition.Name;

    public string FunctionVersion => spec.Version;

    public ICognitoIdentity? Identity => null;

    public string InvokedFunctionArn => invocation.FunctionArn;

    public ILambdaLogger Logger => log;

    public string LogGroupName => $"/aws/lambda/{spec.Definition.Name}";

    public string LogStreamName => invocation.RequestId;

    public int MemoryLimitInMB => spec.Definition.MemoryMb;

    public TimeSpan RemainingTime => _deadline - time.GetUtcNow();
}
