using System.Text;
using System.Text.Json.Nodes;
using Canary.Local.Gateway;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Api;

namespace Canary.Local.Tests.Lambda.Api;

/// <summary>An endpoint with only Lambda behind it, and a client that sends what it is told to.</summary>
internal sealed class LambdaClient(AwsEndpoint endpoint) : IAsyncDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = endpoint.Url };

    public static async Task<LambdaClient> StartAsync(LambdaService lambda) => new(
        await AwsEndpoint.StartAsync(new AwsRouter([new LambdaApi(lambda)])));

    public async Task<HttpResponseMessage> SendAsync(
        string method, string path, string? body = null, bool signed = true, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (signed)
            request.Headers.TryAddWithoutValidation(
                "Authorization", "AWS4-HMAC-SHA256 Credential=key/20260101/us-east-1/lambda/aws4_request");
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        if (body is not null) request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        return await _http.SendAsync(request);
    }

    public async Task<JsonObject> JsonAsync(string method, string path, string? body = null)
    {
        using var response = await SendAsync(method, path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!.AsObject();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await endpoint.DisposeAsync();
    }
}
