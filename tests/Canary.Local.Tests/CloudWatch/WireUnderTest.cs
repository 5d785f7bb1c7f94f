using System.Net.Http.Headers;
using Canary.Local.CloudWatch;
using Canary.Local.Wire;

namespace Canary.Local.Tests.CloudWatch;

/// <summary>CloudWatch on a real loopback port, and a client that signs like one (the endpoint does not check signatures).</summary>
public sealed class WireUnderTest : IAsyncDisposable
{
    private readonly AwsEndpoint _endpoint;

    private WireUnderTest(CloudWatchUnderTest cloud, AwsEndpoint endpoint)
    {
        (Cloud, _endpoint) = (cloud, endpoint);
        Client = new HttpClient { BaseAddress = endpoint.Url };
        Client.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=AKID/20260302/us-east-1/monitoring/aws4_request, SignedHeaders=host, Signature=00");
    }

    public CloudWatchUnderTest Cloud { get; }

    public HttpClient Client { get; }

    public static async Task<WireUnderTest> StartAsync()
    {
        var cloud = new CloudWatchUnderTest();
        return new WireUnderTest(cloud, await AwsEndpoint.StartAsync(new AwsRouter([new CloudWatchWire(cloud.Service)])));
    }

    public async Task<HttpResponseMessage> PostAsync(string path, string contentType, byte[] body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content.Headers.TryAddWithoutValidation(name, value);
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
