using Canary.Local.Clocks;
using Canary.Local.Faults;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Model;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Tests.Lambda;
using Canary.Local.Tests.StepFunctions;
using Canary.Local.Wire;

namespace Canary.Local.Tests.Faults;

/// <summary>Invocations that a state machine has given up, and what goes on.</summary>
public sealed class ZombieTests : IAsyncLifetime
{
    private const string Work =
        "\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\",\"Parameters\":{\"FunctionName\":\"work\"},";
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly VirtualClock _clock = new(Start);
    private readonly ScriptedEnvironments _environments = new();
    private readonly DirectoryInfo _code = Directory.CreateTempSubdirectory("canary-code-");
    private readonly List<DateTimeOffset> _effects = [];
    private LocalAws _aws = null!;

    public async ValueTask InitializeAsync()
    {
        _aws = await LocalAws.StartAsync(
            _clock, options: new LocalAwsOptions { Lambda = new LambdaOptions { Environments = _environments } });
        await File.WriteAllTextAsync(Path.Combine(_code.FullName, "bootstrap"), "one");
        _aws.Lambda.CreateFunction(
            new FunctionDefinition("work", "provided.al2023", "any", _code.FullName) { Role = LambdaFixture.Role },
            publish: true);
        _environments.Behaviour = async (_, _) =>
        {
            await _aws.FrontDoor.PassAsync(new ApiCall("lambda", "UpdateAlias", "orders:live"), _ => Touch(), byFunction: true);
            return ScriptedEnvironments.Say("1");
        };
    }

    public async ValueTask DisposeAsync()
    {
        await _aws.DisposeAsync();
        _code.Delete(recursive: true);
    }

    [Theory]
    [InlineData("function", "work")]
    [InlineData("lambda", "UpdateAlias")]
    public async Task Late_BeyondTheTasksTimeout_HasItsEffectAfterTheTaskHasFailed(string service, string operation)
    {
        _aws.Faults.Add(new Fault(service, operation, FaultKind.Late) { Delay = TimeSpan.FromSeconds(90) });

        var ended = await RunAsync(Work + "\"TimeoutSeconds\":20,\"End\":true}");

        Assert.Equal(
            (ExecutionStatus.Failed, "States.Timeout", Start.AddSeconds(20)), (ended.Status, ended.Error, ended.StopDate!.Value));
        Assert.Empty(_effects);
        await _clock.RunUntilAsync(Start.AddMinutes(10));
        Assert.Equal([Start.AddSeconds(90)], _effects);
    }

    [Fact]
    public async Task Late_WithinTheTasksTimeout_OnlyTakesTime()
    {
        _aws.Faults.Add(new Fault("lambda", "UpdateAlias", FaultKind.Late) { Delay = TimeSpan.FromSeconds(15) });

        var ended = await RunAsync(Work + "\"TimeoutSeconds\":20,\"End\":true}");

        Assert.Equal((ExecutionStatus.Succeeded, Start.AddSeconds(15)), (ended.Status, ended.StopDate!.Value));
    }

    [Fact]
    public async Task Slow_BeyondTheTasksTimeout_HasHadItsEffectBefore()
    {
        _aws.Faults.Add(new Fault("function", "work", FaultKind.Slow) { Delay = TimeSpan.FromSeconds(90) });

        var ended = await RunAsync(Work + "\"TimeoutSeconds\":20,\"End\":true}");

        Assert.Equal(("States.Timeout", Start.AddSeconds(20)), (ended.Error, ended.StopDate!.Value));
        Assert.Equal([Start], _effects);
    }

    [Fact]
    public async Task Late_TheRetryOvertakesIt_AndTheZombieComesAfterwards()
    {
        _aws.Faults.Add(new Fault("function", "work", FaultKind.Late) { Delay = TimeSpan.FromSeconds(90), Times = 1 });

        var ended = await RunAsync(
            Work
                + "\"TimeoutSeconds\":20,\"Retry\":[{\"ErrorEquals\":[\"States.Timeout\"],\"IntervalSeconds\":5}],\"End\":true}");

        Assert.Equal((ExecutionStatus.Succeeded, Start.AddSeconds(25)), (ended.Status, ended.StopDate!.Value));
        await _clock.RunUntilAsync(Start.AddMinutes(10));
        Assert.Equal([Start.AddSeconds(25), Start.AddSeconds(90)], _effects);
    }

    [Fact]
    public async Task Late_TheExecutionIsStopped_TheZombieComesAllTheSame()
    {
        _aws.Faults.Add(new Fault("function", "work", FaultKind.Late) { Delay = TimeSpan.FromSeconds(90) });
        var execution = Begin(Work + "\"TimeoutSeconds\":200,\"End\":true}");
        await _clock.RunUntilAsync(Start.AddSeconds(30));

        _aws.StepFunctions.StopExecution(execution);
        await _clock.RunUntilAsync(Start.AddMinutes(10));

        Assert.Equal(ExecutionStatus.Aborted, _aws.StepFunctions.DescribeExecution(execution).Status);
        Assert.Equal([Start.AddSeconds(90)], _effects);
    }

    [Theory]
    [InlineData(FaultKind.Throttle, "Lambda.TooManyRequestsException", 0)]
    [InlineData(FaultKind.ServerError, "Lambda.ServiceException", 0)]
    [InlineData(FaultKind.Unavailable, "Lambda.ServiceException", 0)]
    [InlineData(FaultKind.AccessDenied, "Lambda.AWSLambdaException", 0)]
    [InlineData(FaultKind.UnknownError, "Lambda.Unknown", 0)]
    [InlineData(FaultKind.CrashBefore, "Runtime.ExitError", 0)]
    [InlineData(FaultKind.CrashAfter, "Runtime.ExitError", 1)]
    [InlineData(FaultKind.TimeOutBefore, "Sandbox.Timedout", 0)]
    [InlineData(FaultKind.TimeOutAfter, "Sandbox.Timedout", 1)]
    [InlineData(FaultKind.ConnectionRefused, "Lambda.SdkClientException", 0)]
    [InlineData(FaultKind.LostResponse, "Lambda.SdkClientException", 1)]
    public async Task AnInvocation_ThatGoesWrong_IsTheErrorThatAwsNames(FaultKind kind, string error, int effects)
    {
        _aws.Faults.Add(new Fault("function", "work", kind));

        var ended = await RunAsync(Work + "\"TimeoutSeconds\":20,\"End\":true}");

        Assert.Equal((error, effects), (ended.Error, _effects.Count));
    }

    private int Touch()
    {
        _effects.Add(_clock.GetUtcNow());
        return _effects.Count;
    }

    private Task<ExecutionDescription> RunAsync(string states) =>
        _clock.RunUntilAsync(_aws.StepFunctions.WhenEndedAsync(Begin(states)));

    private string Begin(string states) =>
        _aws.StepFunctions.StartExecution(
            _aws.StepFunctions.CreateStateMachine("work", Workflows.Machine(states), Workflows.Role)).ExecutionArn;
}
