using System.Text;
using Canary.Bench.ColdStart;

namespace Canary.Bench.Tests.ColdStart;

public sealed class EndpointTests : IDisposable
{
    private const string Runtime = "2018-06-01/runtime";

    private readonly Endpoint _endpoint = new("""{"at":"now"}"""u8.ToArray());
    private readonly HttpClient _http;

    public EndpointTests() => _http = new HttpClient { BaseAddress = new Uri($"http://{_endpoint.Address}/") };

    public void Dispose()
    {
        _http.Dispose();
        _endpoint.Dispose();
    }

    [Fact]
    public async Task Expect_AProcessThatAsksAwsAndAnswers_TellsItsAnswerAndItsCalls()
    {
        var expected = _endpoint.Expect();
        using var next = await _http.GetAsync(new Uri($"{Runtime}/invocation/next", UriKind.Relative), Cancelled);
        using var nothing = new StringContent("{}");
        var asked = new Uri("2015-03-31/functions/orders/versions", UriKind.Relative);
        using var published = await _http.PostAsync(asked, nothing, Cancelled);
        await AnswerAsync(next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single(), "response");

        var answer = await expected;

        Assert.Equal("""{"at":"now"}""", await next.Content.ReadAsStringAsync(Cancelled));
        Assert.Contains("\"Version\": \"2\"", await published.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
        Assert.Equal(("done", false, 1), (answer.Body, answer.IsError, answer.AwsCalls));
    }

    [Fact]
    public async Task Expect_AProcessThatReportsAnError_IsNoAnswer()
    {
        var expected = _endpoint.Expect();
        using var next = await _http.GetAsync(new Uri($"{Runtime}/invocation/next", UriKind.Relative), Cancelled);
        await AnswerAsync(next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single(), "error");

        Assert.True((await expected).IsError);
    }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private async Task AnswerAsync(string request, string how)
    {
        using var body = new StringContent("done", Encoding.UTF8, "application/json");
        var answered = new Uri($"{Runtime}/invocation/{request}/{how}", UriKind.Relative);
        using var taken = await _http.PostAsync(answered, body, Cancelled);
        Assert.True(taken.IsSuccessStatusCode);
    }
}
