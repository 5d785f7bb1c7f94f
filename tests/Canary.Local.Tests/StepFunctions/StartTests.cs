using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.StepFunctions;

public class StartTests
{
    private const string Waits = """ "A":{"Type":"Wait","Seconds":60,"End":true} """;

    private readonly Workflows _workflows = new();

    [Fact]
    public async Task Start_WithAName_IsTheSameWhileItRunsWithTheSameInput()
    {
        var machine = _workflows.Create(Waits);
        var first = _workflows.Service.StartExecution(machine, "rollout-1", """{"a":1}""");

        Assert.Equal("arn:aws:states:us-east-1:123456789012:execution:machine-1:rollout-1", first.ExecutionArn);
        Assert.Equal(first.ExecutionArn, _workflows.Service.StartExecution(machine, "rollout-1", """{"a":1}""").ExecutionArn);
        AssertExists("""{"a":2}""");

        await _workflows.EndAsync(first.ExecutionArn);
        AssertExists("""{"a":1}""");
        Assert.Single(_workflows.Service.ListExecutions(machine).Items);

        void AssertExists(string input) => AssertRefused(
            "ExecutionAlreadyExists",
            $"Execution Already Exists: '{first.ExecutionArn}'",
            () => _workflows.Service.StartExecution(machine, "rollout-1", input));
    }

    [Fact]
    public void Start_WithoutAName_TakesAUuid()
    {
        var started = _workflows.Service.StartExecution(_workflows.Create(Waits));

        Assert.True(Guid.TryParse(started.Name, out _));
        Assert.EndsWith($":execution:machine-1:{started.Name}", started.ExecutionArn);
        Assert.Equal(("{}", ExecutionStatus.Running), (started.Input, started.Status));
    }

    [Theory]
    [InlineData("with space")]
    [InlineData("a/b")]
    [InlineData("a:b")]
    [InlineData("a<b")]
    [InlineData("a[0]")]
    [InlineData("a*")]
    [InlineData("a\"b")]
    [InlineData("a#b")]
    [InlineData("a$b")]
    [InlineData("a,b")]
    [InlineData("a\u007fb")]
    [InlineData("a\u0085b")]
    public void Start_WithAForbiddenCharacter_IsInvalidName(string name)
    {
        var machine = _workflows.Create(Waits);

        AssertRefused("InvalidName", $"Invalid Name: '{name}'", () => _workflows.Service.StartExecution(machine, name));
    }

    [Theory]
    [InlineData(80, null)]
    [InlineData(81, "Member must have length less than or equal to 80")]
    [InlineData(0, "Member must have length greater than or equal to 1")]
    public void Start_WithANameOfSomeLength_AllowsOneToEighty(int length, string? rule)
    {
        var machine = _workflows.Create(Waits);
        var name = new string('n', length);

        if (rule is null) Assert.Equal(name, _workflows.Service.StartExecution(machine, name).Name);
        else AssertRefused(
            "ValidationException",
            $"1 validation error detected: Value '{name}' at 'name' failed to satisfy constraint: {rule}",
            () => _workflows.Service.StartExecution(machine, name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("{'a':1}")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData(""" "\ud800" """)]
    [InlineData("""{"a":["\udc00\ud800"]}""")]
    [InlineData("""{"\ud800":1}""")]
    public void Start_WithInputThatIsNoJson_IsInvalidExecutionInput(string input)
    {
        var machine = _workflows.Create(Waits);

        var refusal = Assert.Throws<AwsException>(() => _workflows.Service.StartExecution(machine, null, input));

        Assert.Equal("InvalidExecutionInput", refusal.Code);
        Assert.StartsWith("Invalid State Machine Execution Input: '", refusal.Message);
    }

    [Fact]
    public void Start_WithInputThatIsNoUnicode_IsInvalidExecutionInput()
    {
        var machine = _workflows.Create(Waits);

        var refusal = Assert.Throws<AwsException>(() => _workflows.Service.StartExecution(machine, null, "\"\uD800\""));

        Assert.Equal("InvalidExecutionInput", refusal.Code);
        Assert.Contains("A string is no valid Unicode", refusal.Message);
    }

    [Theory]
    [InlineData(262_142, true)]
    [InlineData(262_143, false)]
    public void Start_WithInputAtTheLimit_CountsBytes(int length, bool accepted)
    {
        var machine = _workflows.Create(Waits);
        var input = $"\"{new string('é', length / 2)}{new string('e', length % 2)}\"";

        if (accepted) Assert.Equal(input, _workflows.Service.StartExecution(machine, null, input).Input);
        else
            Assert.Equal(
                "InvalidExecutionInput",
                Assert.Throws<AwsException>(() => _workflows.Service.StartExecution(machine, null, input)).Code);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public async Task Start_WithAnyJson_Runs(string input)
    {
        Assert.Equal(input, (await _workflows.RunAsync(""" "A":{"Type":"Succeed"} """, input)).Output);
    }

    [Fact]
    public void Start_OfWhatIsNoStateMachine_SaysSo()
    {
        const string Unknown = "arn:aws:states:us-east-1:123456789012:stateMachine:none";
        AssertRefused(
            "StateMachineDoesNotExist",
            $"State Machine Does Not Exist: '{Unknown}'",
            () => _workflows.Service.StartExecution(Unknown));
        AssertRefused("InvalidArn", "Invalid Arn: 'Invalid ARN prefix: none'", () => _workflows.Service.StartExecution("none"));
        AssertRefused(
            "InvalidArn",
            "Invalid Arn: 'Resource type not valid in this context: execution'",
            () => _workflows.Service.StartExecution("arn:aws:states:us-east-1:123456789012:execution:m:e"));
    }

    private static void AssertRefused(string code, string message, Action action)
    {
        var refusal = Assert.Throws<AwsException>(action);
        Assert.Equal((400, code, message), (refusal.StatusCode, refusal.Code, refusal.Message));
    }
}
