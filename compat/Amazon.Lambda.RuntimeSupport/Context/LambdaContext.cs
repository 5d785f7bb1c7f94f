using Amazon.Lambda.Core;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The context of an invocation that came over the Runtime API. Nothing here is called from the Mobile SDK, so what that adds is absent.</summary>
internal sealed class LambdaContext(RuntimeApiHeaders headers, LambdaVariables environment, TimeProvider time) : ILambdaContext
{
    public string AwsRequestId => headers.AwsRequestId;

    public IClientContext? ClientContext => null;

    public string FunctionName => environment.FunctionName;

    public string FunctionVersion => environment.FunctionVersion;

    public ICognitoIdentity? Identity => null;

    public string InvokedFunctionArn => headers.InvokedFunctionArn;

    public ILambdaLogger Logger { get; } = new LambdaConsoleLogger(headers.AwsRequestId, Console.Out, time);

    public string LogGroupName => environment.LogGroupName;

    public string LogStreamName => environment.LogStreamName;

    public int MemoryLimitInMB => environment.FunctionMemorySize;

    public TimeSpan RemainingTime => DateTimeOffset.FromUnixTimeMilliseconds(headers.DeadlineMs) - time.GetUtcNow();
}
