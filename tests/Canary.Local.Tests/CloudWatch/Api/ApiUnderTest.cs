using System.Net.Http.Headers;
using Canary.Local.CloudWatch.Api;
using Canary.Local.Gateway;

namespace Canary.Local.Tests.CloudWatch.Api;

/// <summary>
/// CloudWatch on a real loopback port, and a client that signs like one (the endpoint does not check signatures).
/// </summary>
public sealed class ApiUnderTest : IAsyncDisposable
{
    private readonly AwsEndpoint _endpoint;

    private ApiUnderTest(CloudWatchUnderTest cloud, AwsEndpoint endpoint)
    {
        (Cloud, _endpoint) = (cloud, endpoint);
        Client = new HttpClient { BaseAddress = endpoint.Url };
        Client.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKID/20260302/us-east-1/monitoring/aws4_request, SignedHeaders=host, Signature=00");
    }

    public CloudWatchUnderTest Cloud { get; }

    public HttpClient Client { get; }

    public static async Task<ApiUnderTest> StartAsync()
    {
        var cloud = new CloudWatchUnderTest();
        return new ApiUnderTest(cloud, await AwsEndpoint.StartAsync(new AwsRouter([new CloudWatchApi(cloud.Service)])));
    }

    public async Task<HttpResponseMessage> PostAsync(
        string path, string contentType, byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
                request.Content.Headers.TryAddWithoutValidation(name, value);
        }
        return await Client.SendAsync(request);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _endpoint.DisposeAsync();
        Cloud.Dispose();
    }
}
