using Canary.Local.Clocks;
using Canary.Local.Lambda;
using Canary.Local.Lambda.Model;
using Canary.Local.StepFunctions.Model;
using Canary.Local.Tests.Lambda;

namespace Canary.Local.Tests.StepFunctions.Tasks;

/// <summary>A function's ARN as a Task's Resource, where the function is one of the embedded Lambda.</summary>
public sealed class FunctionResourceOnLambdaTests : IAsyncLifetime
{
    private const string Arn = "arn:aws:lambda:us-east-1:123456789012:function:work";

    private readonly VirtualClock _clock = new(Workflows.Start);
    private readonly ScriptedEnvironments _environments = new();
    private readonly DirectoryInfo _code = Directory.CreateTempSubdirectory("canary-code-");
    private LocalAws _aws = null!;

    public async ValueTask InitializeAsync()
    {
        _aws = await LocalAws.StartAsync(
            _clock, options: new LocalAwsOptions { Lambda = new LambdaOptions { Environments = _environments } });
        await File.WriteAllTextAsync(Path.Combine(_code.FullName, "bootstrap"), "one");
        _aws.Lambda.CreateFunction(
            new FunctionDefinition("work", "provided.al2023", "any", _code.FullName) { Role = LambdaFixture.Role },
            publish: true);
        _aws.Lambda.CreateAlias("work", "live", "1");
    }

    public async ValueTask DisposeAsync()
    {
        await _aws.DisposeAsync();
        _code.Delete(recursive: true);
    }

    [Theory]
    [InlineData("", "\"$LATEST\"")]
    [InlineData(":$LATEST", "\"$LATEST\"")]
    [InlineData(":1", "\"1\"")]
    [InlineData(":live", "\"1\"")]
    public async Task Function_ByItsArn_RunsTheVersionThatTheArnNames(string qualifier, string version)
    {
        var ended = await RunAsync(Arn + qualifier);

        Assert.Equal((null, version), (ended.Cause, ended.Output));
    }

    [Fact]
    public async Task Function_ThatIsNotThere_FailsAsInvokeDoes()
    {
        var ended = await RunAsync(Arn + ":2");

        Assert.Equal("Lambda.ResourceNotFoundException", ended.Error);
        Assert.StartsWith(
            $"Function not found: {Arn}:2 (Service: AWSLambda; Status Code: 404; Error Code: ResourceNotFoundException;",
            ended.Cause);
    }

    private Task<ExecutionDescription> RunAsync(string resource)
    {
        var definition =
            $$"""{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"{{resource}}","TimeoutSeconds":20,"End":true} } }""";
        var machine = _aws.StepFunctions.CreateStateMachine("machine", definition, Workflows.Role);
        return _clock.RunUntilAsync(_aws.StepFunctions.WhenEndedAsync(_aws.StepFunctions.StartExecution(machine).ExecutionArn));
    }
}
