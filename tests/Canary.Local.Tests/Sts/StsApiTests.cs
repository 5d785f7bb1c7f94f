using Canary.Local.Clocks;

namespace Canary.Local.Tests.Sts;

public sealed class StsApiTests
{
    [Theory]
    [InlineData("alice", "arn:aws:iam::123456789012:user/alice")]
    [InlineData("ASIACANARYLOCAL00000", "arn:aws:sts::123456789012:assumed-role/canary-local/function")]
    public async Task GetCallerIdentity_ByAKey_IsWhoItNames(string key, string expected)
    {
        var (status, text) = await AskAsync("GetCallerIdentity", key);

        Assert.Equal(200, status);
        Assert.Contains($"<Arn>{expected}</Arn>", text, StringComparison.Ordinal);
        Assert.Contains("<Account>123456789012</Account>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssumeRole_IsNotThere()
    {
        var (status, text) = await AskAsync("AssumeRole", "alice");

        Assert.Equal(400, status);
        Assert.Contains("<Code>InvalidAction</Code>", text, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string Text)> AskAsync(string action, string key)
    {
        await using var aws = await LocalAws.StartAsync(new VirtualClock(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, aws.Url)
        {
            Content = new FormUrlEncodedContent([new("Action", action), new("Version", "2011-06-15")]),
        };
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={key}/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
