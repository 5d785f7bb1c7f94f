using System.Net;
using System.Text;
using Canary.Local.Lambda.Environments;

namespace Canary.Local.Tests.Lambda.Api;

/// <summary>Invoke over the wire.</summary>
public class InvokeApiTests
{
    private const string Shop = "2015-03-31/functions/shop";

    [Theory]
    [InlineData("shop")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:shop")]
    [InlineData("123456789012:function:shop")]
    public async Task Invoke_ByAlias_TellsVersionErrorAndLog(string function)
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        fixture.Lambda.CreateAlias("shop", "live", "1");
        fixture.Environments.Behaviour = (_, invocation) =>
            Task.FromResult<EnvironmentAnswer?>(
                new EnvironmentAnswer(invocation.Payload, Failed: true, "what it wrote", TimeSpan.Zero));
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        var path = $"2015-03-31/functions/{Uri.EscapeDataString(function)}/invocations?Qualifier=live";
        using var response = await wire.SendAsync("POST", path, """{"a":1}""", headers: ("X-Amz-Log-Type", "Tail"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("""{"a":1}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("1", response.Headers.GetValues("X-Amz-Executed-Version").Single());
        Assert.Equal("Unhandled", response.Headers.GetValues("X-Amz-Function-Error").Single());
        Assert.Equal(
            "what it wrote",
            Encoding.UTF8.GetString(Convert.FromBase64String(response.Headers.GetValues("X-Amz-Log-Result").Single())));
    }

    [Theory]
    [InlineData("Event", 202)]
    [InlineData("DryRun", 204)]
    [InlineData("Sideways", 400)]
    public async Task Invoke_OtherTypes_AnswerWithoutWaiting(string type, int status)
    {
        await using var fixture = new LambdaFixture();
        var never = new TaskCompletionSource<EnvironmentAnswer?>();
        fixture.Environments.Behaviour = (_, _) => never.Task;
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        using var response = await wire.SendAsync("POST", Shop + "/invocations", "{}", headers: ("X-Amz-Invocation-Type", type));
        Assert.Equal(status, (int)response.StatusCode);
        never.SetResult(ScriptedEnvironments.Say("{}"));
    }

    [Fact]
    public async Task Invoke_WithoutRoom_Is429WithItsReason()
    {
        await using var fixture = new LambdaFixture();
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        await wire.JsonAsync("PUT", "2017-10-31/functions/shop/concurrency", """{"ReservedConcurrentExecutions":0}""");
        using var response = await wire.SendAsync("POST", Shop + "/invocations", "{}");
        Assert.Equal(429, (int)response.StatusCode);
        const string Document =
            """{"Reason":"ReservedFunctionConcurrentInvocationLimitExceeded","Type":"User","message":"Rate Exceeded."}""";
        Assert.Equal(Document, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Invoke_InVirtualTime_HoldsTheClock()
    {
        await using var fixture = new LambdaFixture();
        var started = new TaskCompletionSource();
        var release = new TaskCompletionSource<EnvironmentAnswer?>();
        fixture.Environments.Behaviour = (_, _) =>
        {
            started.SetResult();
            return release.Task;
        };
        await using var wire = await LambdaClient.StartAsync(fixture.Lambda);
        var before = fixture.Clock.GetUtcNow();
        using var timer = fixture.Clock.CreateTimer(_ => { }, null, TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        var invocation = wire.SendAsync("POST", Shop + "/invocations", "{}");
        await started.Task;
        var run = fixture.Clock.RunUntilAsync(before.AddHours(1));
        Assert.Equal((false, before), (run.IsCompleted, fixture.Clock.GetUtcNow()));
        release.SetResult(ScriptedEnvironments.Say("{}"));
        (await invocation).Dispose();
        await run;
        Assert.Equal(before.AddHours(1), fixture.Clock.GetUtcNow());
    }
}
