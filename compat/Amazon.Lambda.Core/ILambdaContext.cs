namespace Amazon.Lambda.Core;

/// <summary>What the execution environment tells a function about this invocation.</summary>
public interface ILambdaContext
{
    string AwsRequestId { get; }

    /// <summary>Null unless the caller is the AWS Mobile SDK.</summary>
    IClientContext? ClientContext { get; }

    string FunctionName { get; }

    /// <summary>The version that runs, also when an alias was invoked.</summary>
    string FunctionVersion { get; }

    /// <summary>Null unless the caller is the AWS Mobile SDK.</summary>
    ICognitoIdentity? Identity { get; }

    /// <summary>The ARN as the caller gave it, so it may end in an alias.</summary>
    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    /// <summary>In MB.</summary>
    int MemoryLimitInMB { get; }

    /// <summary>How long until Lambda ends the invocation; negative once it is late.</summary>
    TimeSpan RemainingTime { get; }
}
