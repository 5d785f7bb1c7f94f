using System.Text;
using Canary.Local.Clocks;
using Canary.Local.Deploy;
using Canary.Local.StepFunctions.Executions;

namespace Canary.Local.Tests.Deploy;

/// <summary>The project's own template, deployed to the whole embedded AWS.</summary>
public sealed class LocalAwsTests : IAsyncLifetime
{
    private static readonly SourceTree Tree = SourceTree.Find(AppContext.BaseDirectory);

    private readonly VirtualClock _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private LocalAws _aws = null!;

    public async ValueTask InitializeAsync() => _aws = await LocalAws.StartAsync(_clock);

    public ValueTask DisposeAsync() => _aws.DisposeAsync();

    [Fact]
    public void Deploy_TheTemplate_CreatesWhatItPlanned()
    {
        var plan = _aws.Deploy(Tree);

        Assert.Equal(
            plan.Functions.Select(function => $"{function.Arn}:$LATEST").Order(),
            _aws.Lambda.ListFunctions().Select(function => $"{function.FunctionArn}:{function.Version}").Order());
        var machine = Assert.Single(_aws.StepFunctions.ListStateMachines().Items);
        Assert.Equal((plan.StateMachines[0].Arn, plan.StateMachines[0].Role), (machine.StateMachineArn, machine.RoleArn));
    }

    [Fact]
    public async Task Deploy_ThenInvoke_RunsTheLambdaThatTheTemplateNames()
    {
        var plan = _aws.Deploy(Tree, "stack");
        var input = """{"input":{},"execution":"arn:aws:states:us-east-1:123456789012:execution:Canary:x","at":"2026-01-01T00:00:00Z"}""";

        var result = await _aws.Lambda.InvokeAsync(plan.Functions[0].Arn, null, Encoding.UTF8.GetBytes(input));

        Assert.Null(result.FunctionError);
        Assert.Contains("functionName", Encoding.UTF8.GetString(result.Payload.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deploy_ThenStartExecution_RunsTheStateMachineOnTheLambdas()
    {
        var plan = _aws.Deploy(Tree);
        var execution = _aws.StepFunctions.StartExecution(plan.StateMachines[0].Arn, input: """{"functionName":"nobody","aliasName":"live"}""");

        var ended = await _clock.RunUntilAsync(_aws.StepFunctions.WhenEndedAsync(execution.ExecutionArn));

        Assert.Equal((ExecutionStatus.Failed, "Refused"), (ended.Status, ended.Error));
        Assert.Contains("nobody", ended.Cause, StringComparison.Ordinal);
    }

    [Fact]
    public void Deploy_AFunctionThatIsNotBuilt_CreatesNothing()
    {
        Assert.Throws<TemplateException>(() => _aws.Deploy(Tree with { Configuration = "Missing" }));

        Assert.Empty(_aws.Lambda.ListFunctions());
    }

    [Fact]
    public async Task StartAsync_APortThatIsTaken_SaysSo() => await Assert.ThrowsAsync<IOException>(() => LocalAws.StartAsync(_clock, _aws.Url.Port));
}
