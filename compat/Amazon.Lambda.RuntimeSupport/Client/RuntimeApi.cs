using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Amazon.Lambda.RuntimeSupport;

/// <summary>The Runtime API, version 2018-06-01: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html</summary>
internal sealed class RuntimeApi(HttpClient http, LambdaVariables environment)
{
    private readonly string _base = $"http://{environment.RuntimeApi}/2018-06-01/runtime";

    public async Task<InvocationRequest> GetNextInvocationAsync(CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(new Uri($"{_base}/invocation/next"), cancellationToken);
        await ThrowUnlessSuccessAsync(response);
        var input = await response.Content.ReadAsByteArrayAsync(CancellationToken.None);
        var headers = new RuntimeApiHeaders(response.Headers);
        // The X-Ray SDK and the AWS SDK look for the trace there.
        Environment.SetEnvironmentVariable("_X_AMZN_TRACE_ID", headers.TraceId);
        return new InvocationRequest(new MemoryStream(input, writable: false), new LambdaContext(headers, environment, TimeProvider.System));
    }

    public async Task SendResponseAsync(string awsRequestId, Stream output, CancellationToken cancellationToken)
    {
        using var content = new StreamContent(output);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_base}/invocation/{awsRequestId}/response") { Content = content };
        await SendAsync(request, cancellationToken);
    }

    public async Task ReportInvocationErrorAsync(string awsRequestId, Exception exception, CancellationToken cancellationToken)
    {
        using var request = NewError($"{_base}/invocation/{Uri.EscapeDataString(awsRequestId)}/error", exception);
        request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", exception.GetType().Name);
        await SendAsync(request, cancellationToken);
    }

    /// <summary>As officially, the error's type is in the document alone, not in a header.</summary>
    public async Task ReportInitializationErrorAsync(Exception exception, CancellationToken cancellationToken = default)
    {
        using var request = NewError($"{_base}/init/error", exception);
        await SendAsync(request, cancellationToken);
    }

    private static HttpRequestMessage NewError(string url, Exception exception) => new(HttpMethod.Post, url)
    {
        Content = new StringContent(ErrorDocument.Write(exception), Encoding.UTF8, "application/vnd.aws.lambda.error+json"),
    };

    private async Task SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await http.SendAsync(request, cancellationToken);
        await ThrowUnlessSuccessAsync(response);
    }

    private static async Task ThrowUnlessSuccessAsync(HttpResponseMessage response)
    {
        if (response.IsSuccessStatusCode) return;
        var body = await response.Content.ReadAsStringAsync();
        var status = (int)response.StatusCode;
        throw new RuntimeApiClientException(response.StatusCode switch
        {
            HttpStatusCode.BadRequest => "Bad Request",
            HttpStatusCode.Forbidden => "Forbidden",
            HttpStatusCode.RequestEntityTooLarge => "Payload Too Large",
            HttpStatusCode.InternalServerError => "Container error. Non-recoverable state. Runtime should exit promptly.\n",
            _ => $"The HTTP status code of the response was not expected ({status}).",
        }, status, body);
    }
}
