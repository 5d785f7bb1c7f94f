namespace Amazon.Lambda.Core;

/// <summary>Where the X-Ray trace of the invocation is told.</summary>
#pragma warning disable CA1052 // The official class can be made.
public class LambdaTraceProvider
{
    public static string? CurrentTraceId => Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID");
}
