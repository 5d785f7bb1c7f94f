using System.Globalization;
using System.Net.Http.Headers;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What the Runtime API says about an invocation in headers.</summary>
internal sealed class RuntimeApiHeaders(HttpResponseHeaders headers)
{
    public string AwsRequestId { get; } = Read(headers, "Lambda-Runtime-Aws-Request-Id")
        ?? throw new InvalidOperationException("The Runtime API's answer has no header Lambda-Runtime-Aws-Request-Id.");

    /// <summary>When Lambda ends the invocation, in milliseconds since 1970.</summary>
    public long DeadlineMs { get; } = long.TryParse(Read(headers, "Lambda-Runtime-Deadline-Ms"), CultureInfo.InvariantCulture, out var ms) ? ms : 0;

    public string InvokedFunctionArn { get; } = Read(headers, "Lambda-Runtime-Invoked-Function-Arn") ?? "";

    public string? TraceId { get; } = Read(headers, "Lambda-Runtime-Trace-Id");

    private static string? Read(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.First() : null;
}
