using System.Text;
using Canary.Local.Faults;
using Canary.Local.Gateway;
using Canary.Local.Lambda.Environments;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Lambda.Invocations;

public class InvocationFaultTests
{
    [Theory]
    [InlineData(FaultKind.Throttle, 429, "TooManyRequestsException")]
    [InlineData(FaultKind.ServerError, 500, "ServiceException")]
    [InlineData(FaultKind.Unavailable, 503, "ServiceUnavailableException")]
    [InlineData(FaultKind.AccessDenied, 403, "AccessDeniedException")]
    public async Task Invoke_ARefusal_RunsNothing(FaultKind kind, int status, string code)
    {
        await using var fixture = new LambdaFixture();
        fixture.Faults.Add(new Fault("function", "shop", kind) { Times = 1 });

        var refusal = await Assert.ThrowsAsync<AwsException>(() => fixture.InvokeAsync());

        Assert.Equal((status, code, 0), (refusal.StatusCode, refusal.Code, fixture.Environments.Started));
        Assert.Equal(kind == FaultKind.Throttle ? 1 : 0, fixture.Metrics.Sum("Throttles", "FunctionName=shop"));
        Assert.Equal("\"$LATEST\"", await fixture.InvokeAsync());
    }

    [Theory]
    [InlineData(FaultKind.CrashBefore, 0, "Runtime.ExitError", 0)]
    [InlineData(FaultKind.CrashAfter, 1, "Runtime.ExitError", 0)]
    [InlineData(FaultKind.TimeOutBefore, 0, "Sandbox.Timedout", 3)]
    [InlineData(FaultKind.TimeOutAfter, 1, "Sandbox.Timedout", 3)]
    [InlineData(FaultKind.UnknownError, 0, null, 0)]
    public async Task Invoke_AFailure_HasTheEffectOrNotAndCounts(FaultKind kind, int effects, string? errorType, int seconds)
    {
        await using var fixture = new LambdaFixture();
        var seen = Count(fixture);
        fixture.Faults.Add(new Fault("function", "shop", kind) { Times = 1 });
        var start = fixture.Clock.GetUtcNow();

        var result = await fixture.Clock.RunUntilAsync(fixture.Lambda.InvokeAsync("shop", null, "{}"u8.ToArray()));

        Assert.Equal(("Unhandled", effects), (result.FunctionError, seen()));
        var document = Encoding.UTF8.GetString(result.Payload.Span);
        Assert.Equal(errorType is not null, document.Contains($"\"errorType\":\"{errorType}\"", StringComparison.Ordinal));
        Assert.Equal(start.AddSeconds(seconds), fixture.Clock.GetUtcNow());
        Assert.Equal(
            (1, 1),
            (fixture.Metrics.Sum("Invocations", "FunctionName=shop"), fixture.Metrics.Sum("Errors", "FunctionName=shop")));
        Assert.Null((await fixture.Lambda.InvokeAsync("shop", null, "{}"u8.ToArray())).FunctionError);
    }

    [Theory]
    [InlineData(FaultKind.ConnectionRefused, 0)]
    [InlineData(FaultKind.LostResponse, 1)]
    public async Task Invoke_NoAnswer_HasTheEffectOrNot(FaultKind kind, int effects)
    {
        await using var fixture = new LambdaFixture();
        var seen = Count(fixture);
        fixture.Faults.Add(new Fault("function", "shop", kind));

        await Assert.ThrowsAsync<NoAnswerException>(() => fixture.InvokeAsync());

        Assert.Equal(effects, seen());
    }

    [Theory]
    [InlineData(FaultKind.Slow, 0)]
    [InlineData(FaultKind.Late, 40)]
    public async Task Invoke_SlowOrLate_TakesClockTime(FaultKind kind, int effectAfter)
    {
        await using var fixture = new LambdaFixture();
        var start = fixture.Clock.GetUtcNow();
        var at = start;
        fixture.Environments.Behaviour = (_, _) =>
        {
            at = fixture.Clock.GetUtcNow();
            return Task.FromResult<EnvironmentAnswer?>(ScriptedEnvironments.Say("1"));
        };
        fixture.Faults.Add(new Fault("function", "shop", kind) { Delay = TimeSpan.FromSeconds(40) });

        await fixture.Clock.RunUntilAsync(fixture.Lambda.InvokeAsync("shop", null, "{}"u8.ToArray()));

        Assert.Equal((start.AddSeconds(effectAfter), start.AddSeconds(40)), (at, fixture.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Invoke_FaultsThatRanNothing_GiveTheirPlaceBack()
    {
        await using var fixture = new LambdaFixture();
        using (fixture.Faults.Add(new Fault("function", "shop", FaultKind.CrashBefore)))
            for (var i = 0; i < 40; i++) await fixture.InvokeAsync();

        Assert.Equal("\"$LATEST\"", await fixture.InvokeAsync());
    }

    [Fact]
    public async Task Invoke_AnAliasOnly_LeavesOthersAlone()
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        fixture.Lambda.CreateAlias("shop", "live", "1");
        fixture.Faults.Add(new Fault("function", "shop", FaultKind.Throttle) { Resource = "live" });

        Assert.Equal("\"1\"", await fixture.InvokeAsync("1"));
        await Assert.ThrowsAsync<AwsException>(() => fixture.InvokeAsync("live"));
    }

    [Fact]
    public async Task InvokeLater_AFaultOfTheService_IsTriedAgain()
    {
        await using var fixture = new LambdaFixture();
        var seen = Count(fixture);
        fixture.Faults.Add(new Fault("function", "shop", FaultKind.ServerError) { Times = 2 });

        fixture.Lambda.InvokeLater("shop", null, "{}"u8.ToArray());
        await fixture.Clock.RunUntilAsync(fixture.Clock.GetUtcNow().AddMinutes(1));

        Assert.Equal((1, 2), (seen(), fixture.Faults.Strikes.Count));
    }

    [Fact]
    public async Task GetAlias_Stale_ShowsTheStateBeforeEachWriteForSoManyReads()
    {
        await using var fixture = new LambdaFixture();
        fixture.Publish();
        fixture.Publish();
        fixture.Lambda.CreateAlias("shop", "live", "1");
        fixture.Faults.Add(new Fault("lambda", "GetAlias", FaultKind.Stale) { Times = 2 });
        using var door = new FrontDoor(fixture.Clock, new AwsAccount(), fixture.Faults);

        fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate("2"));
        var versions = new List<string>();
        for (var i = 0; i < 3; i++) versions.Add(await ReadAsync());
        fixture.Lambda.UpdateAlias("shop", "live", new AliasUpdate("1"));
        for (var i = 0; i < 3; i++) versions.Add(await ReadAsync());

        Assert.Equal(["1", "1", "2", "2", "2", "1"], versions);
        Assert.Equal(4, fixture.Faults.Strikes.Count);

        Task<string> ReadAsync() =>
            door.PassAsync(
                new ApiCall("lambda", "GetAlias", "shop:live"),
                stale => fixture.Lambda.GetAlias("shop", "live", stale).FunctionVersion);
    }

    [Fact]
    public async Task GetFunction_StaleForADuration_DoesNotKnowTheNewVersionYet()
    {
        await using var fixture = new LambdaFixture();
        fixture.Faults.Add(new Fault("lambda", "GetFunction", FaultKind.Stale) { Delay = TimeSpan.FromSeconds(5) });
        using var door = new FrontDoor(fixture.Clock, new AwsAccount(), fixture.Faults);
        var version = fixture.Publish();

        var refusal = await Assert.ThrowsAsync<AwsException>(ReadAsync);
        Assert.Equal((404, "ResourceNotFoundException"), (refusal.StatusCode, refusal.Code));
        await fixture.Clock.RunUntilAsync(fixture.Clock.GetUtcNow().AddSeconds(5));
        Assert.Equal(version, await ReadAsync());

        Task<string> ReadAsync() =>
            door.PassAsync(
                new ApiCall("lambda", "GetFunction", "shop"),
                stale => fixture.Lambda.GetFunctionConfiguration("shop", version, stale).Version);
    }

    private static Func<int> Count(LambdaFixture fixture)
    {
        var count = 0;
        fixture.Environments.Behaviour = (_, _) =>
        {
            count++;
            return Task.FromResult<EnvironmentAnswer?>(ScriptedEnvironments.Say("1"));
        };
        return () => count;
    }
}
