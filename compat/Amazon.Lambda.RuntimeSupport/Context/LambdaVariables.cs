using System.Globalization;
using Amazon.Lambda.RuntimeSupport.Bootstrap;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What Lambda tells a process in environment variables.</summary>
internal sealed record LambdaVariables(string RuntimeApi, string FunctionName, string FunctionVersion, int FunctionMemorySize, string LogGroupName, string LogStreamName)
{
    /// <exception cref="InvalidOperationException">Nothing says where the Runtime API is.</exception>
    public static LambdaVariables Read(LambdaBootstrapOptions? options) => new(
        options?.RuntimeApiEndpoint is { Length: > 0 } endpoint ? endpoint : Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")
            ?? throw new InvalidOperationException(
                "The environment variable AWS_LAMBDA_RUNTIME_API is not set, so this process was not started by Lambda. Start it through Canary.Local, or in Lambda."),
        Text("AWS_LAMBDA_FUNCTION_NAME"),
        Text("AWS_LAMBDA_FUNCTION_VERSION"),
        int.TryParse(Text("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), CultureInfo.InvariantCulture, out var megabytes) ? megabytes : 0,
        Text("AWS_LAMBDA_LOG_GROUP_NAME"),
        Text("AWS_LAMBDA_LOG_STREAM_NAME"));

    private static string Text(string name) => Environment.GetEnvironmentVariable(name) ?? "";
}
