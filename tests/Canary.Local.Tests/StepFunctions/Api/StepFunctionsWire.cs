using System.Net.Http.Headers;
using System.Text;
using Canary.Local.Gateway;
using Canary.Local.StepFunctions.Api;

namespace Canary.Local.Tests.StepFunctions.Api;

/// <summary>Step Functions over the wire, as a client sees it.</summary>
internal sealed class StepFunctionsWire : IAsyncDisposable
{
    private readonly HttpClient _http = new();
    private readonly AwsEndpoint _endpoint;

    private StepFunctionsWire(AwsEndpoint endpoint) => _endpoint = endpoint;

    public static async Task<StepFunctionsWire> StartAsync(Workflows workflows) =>
        new(await AwsEndpoint.StartAsync(new AwsRouter([new StepFunctionsApi(workflows.Service)])));

    public Uri Url => _endpoint.Url;

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _endpoint.DisposeAsync();
    }

    public Task<HttpResponseMessage> SendAsync(string operation, string body, bool signed)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _endpoint.Url) { Content = new StringContent(body, Encoding.UTF8) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        request.Headers.Add("X-Amz-Target", $"AWSStepFunctions.{operation}");
        const string Signature =
            "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/states/aws4_request, SignedHeaders=host, Signature=0";
        if (signed) request.Headers.TryAddWithoutValidation("Authorization", Signature);
        return _http.SendAsync(request);
    }
}
