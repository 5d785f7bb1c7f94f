using Canary.Local.Lambda;
using Canary.Local.Lambda.Environments;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Lambda.Invocations;

public class InvokeTests
{
    [Theory]
    [InlineData("shop", null, "\"$LATEST\"")]
    [InlineData("shop", "1", "\"1\"")]
    [InlineData("shop:1", null, "\"1\"")]
    [InlineData("shop:live", "live", "\"1\"")]
    [InlineData("function:shop", "$LATEST", "\"$LATEST\"")]
    [InlineData("123456789012:function:shop", "live", "\"1\"")]
    [InlineData(LambdaFixture.Arn + ":live", null, "\"1\"")]
    public async Task Invoke_ByAnyName_RunsTheVersionThatIsMeant(string function, string? qualifier, string expected)
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        fixture.Lambda.CreateAlias("shop", "live", "1");
        var result = await fixture.Lambda.InvokeAsync(function, qualifier, default);
        Assert.Equal(
            (expected, expected.Trim('"')), (System.Text.Encoding.UTF8.GetString(result.Payload.Span), result.ExecutedVersion));
    }

    [Theory]
    [InlineData(
        "none", null, 404, "ResourceNotFoundException",
        "Function not found: arn:aws:lambda:us-east-1:123456789012:function:none")]
    [InlineData("shop", "live", 404, "ResourceNotFoundException", "Function not found: " + LambdaFixture.Arn + ":live")]
    [InlineData(
        "shop:1", "2", 400, "InvalidParameterValueException",
        "The derived qualifier from the function name does not match the specified qualifier.")]
    [InlineData(
        "sh op", null, 400, "ValidationException",
        "1 validation error detected: Value 'sh op' at 'functionName' failed to satisfy constraint: Member must "
        + "satisfy regular expression pattern")]
    [InlineData(
        "arn:aws:lambda:eu-west-1:123456789012:function:shop", null, 404, "ResourceNotFoundException",
        "Functions from 'eu-west-1' are not reachable in this region ('us-east-1')")]
    [InlineData(
        "arn:aws-cn:lambda:us-east-1:123456789012:function:shop", null, 403, "AccessDeniedException",
        "No identity-based policy of this partition")]
    [InlineData("210987654321:function:shop", null, 403, "AccessDeniedException", "")]
    public async Task Invoke_ByAWrongName_IsRefused(string function, string? qualifier, int status, string code, string message)
    {
        await using var fixture = new LambdaFixture();
        var refusal = await Assert.ThrowsAsync<AwsException>(() => fixture.Lambda.InvokeAsync(function, qualifier, default));
        Assert.Equal((status, code), (refusal.StatusCode, refusal.Code));
        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_PayloadThatIsNoJson_IsRefused()
    {
        await using var fixture = new LambdaFixture();
        var refusal = await Assert.ThrowsAsync<AwsException>(() => fixture.Lambda.InvokeAsync("shop", null, "{oops"u8.ToArray()));
        Assert.Equal((400, "InvalidRequestContentException"), (refusal.StatusCode, refusal.Code));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.1)]
    [InlineData(1)]
    public async Task Invoke_WeightedAlias_DrawsTheAdditionalVersionByItsWeight(double weight)
    {
        var environments = new ScriptedEnvironments();
        await using var fixture = new LambdaFixture(
            options: new LambdaOptions { Environments = environments, Random = new Random(7) });
        fixture.Publish();
        fixture.Publish();
        fixture.Lambda.CreateAlias("shop", "live", "1", weights: new Dictionary<string, double> { ["2"] = weight });
        var drawn = 0;
        for (var i = 0; i < 2000; i++) drawn += await fixture.InvokeAsync("live") == "\"2\"" ? 1 : 0;
        Assert.InRange(drawn, (int)(2000 * weight * 0.8), (int)(2000 * weight * 1.2));
    }

    [Fact]
    public async Task Invoke_ThroughAnAlias_PutsAllThreeSetsOfDimensionsAtItsStart()
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        fixture.Lambda.CreateAlias("shop", "live", "1");
        fixture.Environments.Behaviour = (_, _) => Task.FromResult<EnvironmentAnswer?>(
            ScriptedEnvironments.Say("{}", failed: true));
        var start = fixture.Clock.GetUtcNow();
        await fixture.InvokeAsync("live");
        string[] sets = [
            "FunctionName=shop", "FunctionName=shop,Resource=shop:live", "FunctionName=shop,Resource=shop:live,ExecutedVersion=1",
        ];
        foreach (var metric in new[] { "Invocations", "Errors", "Duration", "ConcurrentExecutions" })
            Assert.Equal(sets, fixture.Metrics.DimensionsOf(metric));
        Assert.Equal(1, fixture.Metrics.Sum("Errors", "FunctionName=shop,Resource=shop:live,ExecutedVersion=1"));
        Assert.All(fixture.Metrics.Observations, seen => Assert.Equal(start, seen.Timestamp));
        Assert.All(
            fixture.Metrics.Observations, seen => Assert.Equal(seen.Name == "Duration" ? "Milliseconds" : "Count", seen.Unit));
    }

    [Theory]
    [InlineData(null, "FunctionName=shop,Resource=shop")]
    [InlineData("1", "FunctionName=shop,Resource=shop:1")]
    public async Task Invoke_WithoutAnAlias_HasNoExecutedVersion(string? qualifier, string resource)
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        await fixture.InvokeAsync(qualifier);
        Assert.Equal(["FunctionName=shop", resource], fixture.Metrics.DimensionsOf("Errors"));
        Assert.Equal(0, fixture.Metrics.Sum("Errors", "FunctionName=shop"));
    }

    [Fact]
    public async Task Invoke_OneAfterTheOther_ReusesTheEnvironment()
    {
        await using var fixture = new LambdaFixture();
        for (var i = 0; i < 5; i++) await fixture.InvokeAsync();
        Assert.Equal(1, fixture.Environments.Started);
    }

    [Theory]
    [InlineData(false, "ConcurrentInvocationLimitExceeded")]
    [InlineData(true, "ReservedFunctionConcurrentInvocationLimitExceeded")]
    public async Task Invoke_MoreThanThereIsRoomFor_IsThrottledAndCounted(bool reserved, string reason)
    {
        var environments = new ScriptedEnvironments();
        var release = new TaskCompletionSource<EnvironmentAnswer?>();
        environments.Behaviour = (_, _) => release.Task;
        await using var fixture = new LambdaFixture(
            options: new LambdaOptions { Environments = environments, EnvironmentsPerVersion = reserved ? 10 : 2 });
        if (reserved) fixture.Lambda.PutFunctionConcurrency("shop", 2);
        var running = new[] { fixture.InvokeAsync(), fixture.InvokeAsync() };
        var refusal = await Assert.ThrowsAsync<AwsException>(() => fixture.InvokeAsync());
        Assert.Equal((429, "TooManyRequestsException", "Rate Exceeded."), (refusal.StatusCode, refusal.Code, refusal.Message));
        Assert.Equal(reason, refusal.Members["Reason"]);
        release.SetResult(ScriptedEnvironments.Say("{}"));
        await Task.WhenAll(running);
        await fixture.InvokeAsync();
        Assert.Equal(
            (1, 3),
            (fixture.Metrics.Sum("Throttles", "FunctionName=shop"), fixture.Metrics.Sum("Invocations", "FunctionName=shop")));
        Assert.Equal(2, fixture.Metrics.Observations.Where(seen => seen.Name == "ConcurrentExecutions").Max(seen => seen.Value));
    }

    [Fact]
    public async Task Invoke_EnvironmentThatDiedMeanwhile_IsRunByAnother()
    {
        await using var fixture = new LambdaFixture();
        var calls = 0;
        fixture.Environments.Behaviour = (_, _) => Task.FromResult(++calls == 1 ? null : ScriptedEnvironments.Say("\"second\""));
        Assert.Equal("\"second\"", await fixture.InvokeAsync());
    }

    [Fact]
    public async Task InvokeLater_FunctionThatFails_IsRetriedAfterOneAndTwoMinutes()
    {
        await using var fixture = new LambdaFixture();
        fixture.Lambda.UpdateFunctionConfiguration(
            "shop", definition => definition with { DeadLetterTarget = "arn:aws:sqs:us-east-1:123456789012:lost" });
        var start = fixture.Clock.GetUtcNow();
        fixture.Environments.Behaviour = (_, _) => Task.FromResult<EnvironmentAnswer?>(
            ScriptedEnvironments.Say("{}", failed: true));
        fixture.Lambda.InvokeLater("shop", null, default);
        await fixture.Clock.RunUntilAsync(start.AddHours(1));
        var tries = fixture.Metrics.Observations.Where(seen => seen is { Name: "Errors", Dimensions: "FunctionName=shop" });
        Assert.Equal(
            [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(3)], tries.Select(seen => seen.Timestamp - start));
        Assert.Equal(1, fixture.Metrics.Sum("DeadLetterErrors", "FunctionName=shop"));
    }
}
