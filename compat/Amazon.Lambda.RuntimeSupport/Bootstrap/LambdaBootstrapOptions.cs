namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>For tests: what otherwise comes from the environment.</summary>
public class LambdaBootstrapOptions
{
    /// <summary>Host and port of the Runtime API. Without it, the environment variable AWS_LAMBDA_RUNTIME_API says it.</summary>
    public string? RuntimeApiEndpoint { get; set; }
}
