using Canary.Local.Clocks;
using Canary.Local.Deploy;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Environments;
using Canary.Local.Tests.Lambda;

namespace Canary.Local.Tests.Wire;

/// <summary>Whoever may call can run code on this machine, so no web page may.</summary>
public sealed class LocalCallersTests : IAsyncLifetime
{
    private const string Signed =
        "Authorization: AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/any/aws4_request, SignedHeaders=host, Signature=0";
    private const string Function =
        """
        {"FunctionName":"theirs","Runtime":"provided.al2023","Handler":"any","Role":"arn:aws:iam::123456789012:role/theirs",
        "Code":{"ZipFile":"UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA=="}}
        """;

    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private LocalAws _aws = null!;

    public async ValueTask InitializeAsync() => _aws = await LocalAws.StartAsync(
        _clock, options: new LocalAwsOptions { Lambda = new LambdaOptions { Environments = new ScriptedEnvironments() } });

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    [Theory]
    [InlineData("127.0.0.1:PORT")]
    [InlineData("localhost:PORT")]
    [InlineData("LocalHost:PORT")]
    [InlineData("[::1]:PORT")]
    public async Task Answer_ALoopbackHostWithItsPort_IsServed(string host)
    {
        var (status, text) = await SendAsync("GET /2015-03-31/functions", [$"Host: {host}", Signed]);
        Assert.True(status == 200, text);
        Assert.Contains("\"Functions\":[]", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host: evil.example:PORT")]
    [InlineData("Host: evil.example")]
    [InlineData("Host: 127.0.0.1")]
    [InlineData("Host: localhost")]
    [InlineData("Host: 127.0.0.1:1")]
    [InlineData("Host: localhost.:PORT")]
    [InlineData("Host: 127.0.0.1.:PORT")]
    [InlineData("Host: 127.0.0.1.evil.example:PORT")]
    [InlineData("Host: evil.localhost:PORT")]
    [InlineData("Host: 127.0.0.2:PORT")]
    [InlineData("Host: 2130706433:PORT")]
    [InlineData("Host: [::ffff:127.0.0.1]:PORT")]
    [InlineData("Host: 0.0.0.0:PORT")]
    [InlineData("Host: ")]
    [InlineData("Host: 127.0.0.1:PORT", "Origin: https://evil.example")]
    [InlineData("Host: 127.0.0.1:PORT", "Origin: null")]
    [InlineData("Host: 127.0.0.1:PORT", "Origin: ")]
    [InlineData("Host: 127.0.0.1:PORT", "Origin: http://127.0.0.1:PORT")]
    [InlineData("Host: 127.0.0.1:PORT", "Sec-Fetch-Site: cross-site")]
    [InlineData("Host: 127.0.0.1:PORT", "Sec-Fetch-Site: same-site")]
    [InlineData("Host: 127.0.0.1:PORT", "Sec-Fetch-Site: same-origin")]
    [InlineData("Host: 127.0.0.1:PORT", "Sec-Fetch-Site: none", "Sec-Fetch-Site: cross-site")]
    public async Task Answer_WhatAWebPageCouldHaveSent_IsRefusedWithASentenceAndDoesNothing(params string[] headers)
    {
        string[] form = ["Content-Type: text/plain", $"Content-Length: {Function.Length}"];
        var (status, text) = await SendAsync(
            "POST /2015-03-31/functions?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=00", [.. headers, .. form], Function);
        Assert.True(status == 403, text);
        Assert.Contains("\"message\":\"Canary.Local answers programs of this machine only", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control", text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(_aws.Lambda.ListFunctions());
    }

    [Fact]
    public async Task Answer_APersonsOwnAddressBar_IsServed()
    {
        var (status, text) = await SendAsync(
            "GET /2015-03-31/functions?X-Amz-Signature=00", ["Host: 127.0.0.1:PORT", "Sec-Fetch-Site: none"]);
        Assert.True(status == 200, text);
    }

    // RFC 9112 wants 400 of these, which the server gives before anybody is asked.
    [Theory]
    [InlineData("GET /2015-03-31/functions HTTP/1.1", 400)]
    [InlineData("GET /2015-03-31/functions HTTP/1.1", 400, "Host: 127.0.0.1:PORT", "Host: 127.0.0.1:PORT")]
    [InlineData("GET /2015-03-31/functions HTTP/1.1", 400, "Host: 127.0.0.1:PORT", "Host: evil.example")]
    [InlineData("GET http://evil.example/2015-03-31/functions HTTP/1.1", 400, "Host: 127.0.0.1:PORT")]
    [InlineData("GET http://evil.example/2015-03-31/functions HTTP/1.1", 403, "Host: evil.example")]
    [InlineData("GET http://127.0.0.1:PORT/2015-03-31/functions HTTP/1.1", 200, "Host: 127.0.0.1:PORT")]
    [InlineData("GET /2015-03-31/functions HTTP/1.0", 403)]
    [InlineData("GET /2015-03-31/functions HTTP/1.0", 200, "Host: 127.0.0.1:PORT")]
    public async Task Answer_RequestsOfAnOddShape_AreServedOnlyWithTheRightHost(
        string line, int expected, params string[] headers)
    {
        var (status, text) = await SendAsync(line, [.. headers, Signed]);
        Assert.True(status == expected, text);
        Assert.Equal(expected == 200, text.Contains("\"Functions\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("POST /", "X-Amz-Target: AWSStepFunctions.ListStateMachines", "Content-Type: application/x-amz-json-1.0")]
    [InlineData("POST /", "X-Amz-Target: AWSEvents.ListRules", "Content-Type: application/x-amz-json-1.1")]
    [InlineData(
        "POST /", "X-Amz-Target: GraniteServiceVersion20100801.DescribeAlarms", "Content-Type: application/x-amz-json-1.0")]
    [InlineData(
        "POST /service/GraniteServiceVersion20100801/operation/DescribeAlarms", "smithy-protocol: rpc-v2-cbor",
        "Content-Type: application/cbor")]
    [InlineData("POST /", "Content-Type: application/x-www-form-urlencoded")]
    [InlineData("POST /?X-Amz-Signature=00", "Content-Type: application/x-www-form-urlencoded")]
    [InlineData("GET /2015-03-31/functions?X-Amz-Signature=00")]
    [InlineData(
        "OPTIONS /2015-03-31/functions", "Access-Control-Request-Method: PUT", "Access-Control-Request-Private-Network: true")]
    [InlineData("HEAD /")]
    [InlineData("DELETE /nowhere")]
    public async Task Answer_EachProtocol_RefusesAPageBeforeTheBodyIsRead(string line, params string[] headers)
    {
        // The body that is announced never comes: who waited for it would not answer.
        string[] announced = line.StartsWith("POST", StringComparison.Ordinal) ? ["Content-Length: 20"] : [];
        string[] all = ["Host: 127.0.0.1:PORT", "Origin: https://evil.example", Signed, .. headers, .. announced];
        var (status, text) = await SendAsync(line, all);
        Assert.True(status == 403, text);
    }

    [Fact]
    public async Task Answer_AFaultOnDemand_IsNotForPages()
    {
        _aws.Faults.Add(Canary.Local.Faults.FaultText.Parse(["lambda:* throttle x1"], EmulatedCalls.All, new Random(1), [])[0]);
        await SendAsync("GET /2015-03-31/functions", ["Host: evil.example", Signed]);
        Assert.Equal(429, (await SendAsync("GET /2015-03-31/functions", ["Host: 127.0.0.1:PORT", Signed])).Status);
    }

    [Fact]
    public async Task Answer_APathThatIsMarkup_IsNoPage()
    {
        var (status, text) = await SendAsync("GET /%3Cscript%3Ealert(1)%3C/script%3E", ["Host: 127.0.0.1:PORT"]);
        Assert.Equal(501, status);
        Assert.Contains("Content-Type: text/plain", text, StringComparison.Ordinal);
        Assert.Contains("X-Content-Type-Options: nosniff", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /2018-06-01/runtime/invocation/next", "Host: evil.example:PORT")]
    [InlineData("GET /2018-06-01/runtime/invocation/next", "Host: localhost.:PORT")]
    [InlineData("GET /2018-06-01/runtime/invocation/next", "Host: 127.0.0.1:PORT", "Sec-Fetch-Site: cross-site")]
    [InlineData("POST /2018-06-01/runtime/invocation/7/response", "Host: 127.0.0.1:PORT", "Origin: https://evil.example")]
    [InlineData("POST /2018-06-01/runtime/init/error", "Host: 127.0.0.1:PORT", "Origin: null")]
    [InlineData("OPTIONS /2018-06-01/runtime/init/error", "Host: 127.0.0.1:PORT", "Origin: null")]
    public async Task RuntimeApi_WhatAWebPageCouldHaveSent_IsRefusedAndDoesNothing(string line, params string[] headers)
    {
        await using var api = await RuntimeApi.StartAsync();
        api.Offer(
            new PendingInvocation(
                new Invocation("7", "arn", "{\"secret\":1}"u8.ToArray(), null), TimeSpan.FromSeconds(3), TimeProvider.System));
        var port = new Uri($"http://{api.Address}").Port;
        var (status, text) = await RawRequest.SendAsync(port, Lines($"{line} HTTP/1.1", port, headers));
        Assert.True(status == 403, text);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);
        Assert.False(api.InitError.IsCompleted);

        (status, text) = await RawRequest.SendAsync(
            port, Lines("GET /2018-06-01/runtime/invocation/next HTTP/1.1", port, ["Host: 127.0.0.1:PORT"]));
        Assert.Equal((200, true), (status, text.Contains("secret", StringComparison.Ordinal)));
    }

    [Fact]
    public void Sources_EachListener_AsksWhoCalls()
    {
        var root = Path.Combine(SourceTree.Find(AppContext.BaseDirectory).Root, "local");
        string[] listening = ["ConfigureKestrel", "new KestrelServer(", "HttpListener", "TcpListener"];
        var listeners = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Select(file => (File: Path.GetFileName(file), Text: File.ReadAllText(file)))
            .Where(source => listening.Any(word => source.Text.Contains(word, StringComparison.Ordinal)))
            .ToList();
        Assert.Equal(["AwsEndpoint.cs", "RuntimeApi.cs"], listeners.Select(source => source.File).Order(StringComparer.Ordinal));
        Assert.All(listeners, source => Assert.Contains("LocalCallers.AnswerAsync(", source.Text, StringComparison.Ordinal));
    }

    private Task<(int Status, string Text)> SendAsync(string line, IEnumerable<string> headers, string? body = null)
    {
        var port = _aws.Url.Port;
        return RawRequest.SendAsync(
            port, Lines(line.Contains(" HTTP/", StringComparison.Ordinal) ? line : $"{line} HTTP/1.1", port, headers), body);
    }

    private static IEnumerable<string> Lines(string line, int port, IEnumerable<string> headers) =>
        headers.Prepend(line).Select(text => text.Replace("PORT", $"{port}", StringComparison.Ordinal));
}
