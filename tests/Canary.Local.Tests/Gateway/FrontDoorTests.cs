using Canary.Local.Clocks;
using Canary.Local.Faults;
using Canary.Local.Gateway;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Gateway;

/// <summary>Calls inside this process, in virtual time: nothing here waits for real time.</summary>
public sealed class FrontDoorTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ApiCall Call = new("lambda", "UpdateAlias", "orders:live");

    private readonly VirtualClock _clock = new(Start);
    private readonly FaultRegistry _faults;
    private readonly FrontDoor _door;
    private int _effects;

    public FrontDoorTests()
    {
        _faults = new FaultRegistry(_clock);
        _door = new FrontDoor(_clock, new AwsAccount(), _faults);
    }

    public void Dispose() => _door.Dispose();

    [Fact]
    public async Task PassAsync_WithoutFaults_MakesTheCall()
    {
        Assert.False(_door.IsGuarded);
        Assert.Equal(1, await MakeAsync());
    }

    [Theory]
    [InlineData("lambda", FaultKind.Throttle, 429, "TooManyRequestsException")]
    [InlineData("lambda", FaultKind.ServerError, 500, "ServiceException")]
    [InlineData("lambda", FaultKind.Unavailable, 503, "ServiceUnavailableException")]
    [InlineData("lambda", FaultKind.AccessDenied, 403, "AccessDeniedException")]
    [InlineData("cloudwatch", FaultKind.Throttle, 400, "ThrottlingException")]
    [InlineData("cloudwatch", FaultKind.ServerError, 500, "InternalServiceFault")]
    [InlineData("cloudwatch", FaultKind.AccessDenied, 403, "AccessDeniedException")]
    [InlineData("states", FaultKind.Throttle, 400, "ThrottlingException")]
    [InlineData("states", FaultKind.ServerError, 500, "InternalFailure")]
    [InlineData("states", FaultKind.Unavailable, 503, "ServiceUnavailable")]
    [InlineData("states", FaultKind.AccessDenied, 400, "AccessDeniedException")]
    public async Task PassAsync_Refusals_AreTheServicesOwnAndHaveNoEffect(string service, FaultKind kind, int status, string code)
    {
        _faults.Add(new Fault(service, "*", kind));

        var refusal = await Assert.ThrowsAsync<AwsException>(() => _door.PassAsync(new ApiCall(service, "Any"), _ => ++_effects));

        Assert.Equal((status, code, 0), (refusal.StatusCode, refusal.Code, _effects));
        if (code == "TooManyRequestsException") Assert.Equal("CallerRateLimitExceeded", refusal.Members["Reason"]);
    }

    [Theory]
    [InlineData(FaultKind.TimeOutBefore, 0, 0)]
    [InlineData(FaultKind.TimeOutBefore, 4, 0)]
    [InlineData(FaultKind.TimeOutAfter, 4, 1)]
    [InlineData(FaultKind.LostResponse, 0, 1)]
    [InlineData(FaultKind.ConnectionRefused, 0, 0)]
    public async Task PassAsync_NoAnswer_HasTheEffectOrNot(FaultKind kind, int seconds, int effects)
    {
        _faults.Add(new Fault("lambda", "UpdateAlias", kind) { Delay = TimeSpan.FromSeconds(seconds) });

        var silence = await Assert.ThrowsAsync<NoAnswerException>(() => _clock.RunUntilAsync(MakeAsync()));

        Assert.Equal((kind, effects, Start.AddSeconds(seconds)), (silence.Kind, _effects, _clock.GetUtcNow()));
    }

    [Fact]
    public async Task PassAsync_NoAnswerToWhatTheServiceRefuses_IsNoAnswerAllTheSame()
    {
        _faults.Add(new Fault("lambda", "UpdateAlias", FaultKind.LostResponse));

        await Assert.ThrowsAsync<NoAnswerException>(
            () => _door.PassAsync(Call, int (_) => throw new AwsException(412, "PreconditionFailedException", "")));
    }

    [Theory]
    [InlineData(FaultKind.Slow, 0)]
    [InlineData(FaultKind.Late, 30)]
    public async Task PassAsync_SlowOrLate_AnswersAfterClockTime(FaultKind kind, int effectAfter)
    {
        _faults.Add(new Fault("lambda", "UpdateAlias", kind) { Delay = TimeSpan.FromSeconds(30) });

        var effectAt = await _clock.RunUntilAsync(_door.PassAsync(Call, _ => _clock.GetUtcNow()));

        Assert.Equal((Start.AddSeconds(effectAfter), Start.AddSeconds(30)), (effectAt, _clock.GetUtcNow()));
    }

    [Fact]
    public async Task PassAsync_ARefusalThatIsSlow_IsThrownLate()
    {
        _faults.Add(new Fault("lambda", "UpdateAlias", FaultKind.Slow) { Delay = TimeSpan.FromSeconds(30) });

        await Assert.ThrowsAsync<AwsException>(
            () => _clock.RunUntilAsync(_door.PassAsync(Call, int (_) => throw new AwsException(404, "Missing", ""))));

        Assert.Equal(Start.AddSeconds(30), _clock.GetUtcNow());
    }

    [Fact]
    public async Task PassAsync_ByAFunctionWhoseInvocationHoldsTheClock_LetsTimePass()
    {
        _faults.Add(new Fault("lambda", "UpdateAlias", FaultKind.Late) { Delay = TimeSpan.FromSeconds(30) });
        using var invocation = _clock.Hold();

        Assert.Equal(1, await _clock.RunUntilAsync(_door.PassAsync(Call, _ => ++_effects, byFunction: true)));

        Assert.Equal(Start.AddSeconds(30), _clock.GetUtcNow());
    }

    [Fact]
    public async Task PassAsync_WhenItAllEnds_WakesWhoSleeps()
    {
        _faults.Add(new Fault("lambda", "UpdateAlias", FaultKind.Late) { Delay = TimeSpan.FromDays(1) });
        var sleeping = MakeAsync();

        _door.Dispose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sleeping);
    }

    private Task<int> MakeAsync() => _door.PassAsync(Call, _ => ++_effects);
}
