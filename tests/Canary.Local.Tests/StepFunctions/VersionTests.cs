using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.StepFunctions;

/// <summary>Versions of state machines, as AWS was recorded to treat them.</summary>
public class VersionTests
{
    private const string Waits = """ "A":{"Type":"Wait","Seconds":60,"End":true} """;
    private const string Passes = """ "A":{"Type":"Pass","Result":"new","End":true} """;

    private readonly Workflows _workflows = new();
    private readonly string _machine;

    public VersionTests() => _machine = _workflows.Create(Waits);

    [Fact]
    public void Publish_TheSameRevisionAgain_IsTheSameVersion()
    {
        var first = _workflows.Service.PublishStateMachineVersion(_machine);
        var again = _workflows.Service.PublishStateMachineVersion(_machine);
        Change(Passes);
        var second = _workflows.Service.PublishStateMachineVersion(_machine, null, "The second.");

        Assert.Equal(($"{_machine}:1", first, $"{_machine}:2"), (first, again, second));
        Assert.Equal([second, first], Versions());
        Assert.Equal("The second.", _workflows.Service.DescribeStateMachine(second).Description);
    }

    [Fact]
    public void Publish_AfterAnUpdateThatChangesNothing_IsTheSameVersion()
    {
        _workflows.Service.PublishStateMachineVersion(_machine);

        Change(Waits);

        Assert.Equal($"{_machine}:1", _workflows.Service.PublishStateMachineVersion(_machine));
        Assert.Null(_workflows.Service.DescribeStateMachine(_machine).RevisionId);
    }

    [Fact]
    public void Publish_AnotherRevisionThanTheCurrent_IsAConflict()
    {
        Change(Passes);
        var current = _workflows.Service.DescribeStateMachine(_machine).RevisionId;

        AssertRefused(
            "ConflictException",
            $"Failed to publish the State Machine version for revision INITIAL. The current State Machine revision is {current}.",
            () => _workflows.Service.PublishStateMachineVersion(_machine, "INITIAL"));
    }

    [Fact]
    public void Publish_AfterAVersionWasDeleted_GivesItsNumberToNoOther()
    {
        _workflows.Service.PublishStateMachineVersion(_machine);
        _workflows.Service.DeleteStateMachineVersion($"{_machine}:1");
        _workflows.Service.DeleteStateMachineVersion($"{_machine}:1");

        Assert.Equal($"{_machine}:2", _workflows.Service.PublishStateMachineVersion(_machine));
    }

    [Fact]
    public async Task Start_OfAVersion_RunsItAsItWasPublished()
    {
        var version = _workflows.Service.PublishStateMachineVersion(_machine);
        Change(Passes);

        var started = _workflows.Service.StartExecution(version);
        var plain = _workflows.Service.StartExecution(_machine);

        Assert.Equal(
            (_machine, version, null),
            (started.StateMachineArn, started.StateMachineVersionArn, started.StateMachineAliasArn));
        Assert.Equal("{}", (await _workflows.EndAsync(started.ExecutionArn)).Output);
        Assert.Equal("\"new\"", (await _workflows.EndAsync(plain.ExecutionArn)).Output);
        Assert.Equal([started.ExecutionArn], _workflows.Service.ListExecutions(version).Items.Select(one => one.ExecutionArn));
        Assert.Equal(2, _workflows.Service.ListExecutions(_machine).Items.Count);
        var details = _workflows.Service.GetExecutionHistory(started.ExecutionArn)[0].Details;
        Assert.Equal((version, null), (details.StateMachineVersionArn, details.StateMachineAliasArn));
    }

    [Fact]
    public async Task Delete_AVersionThatRuns_LeavesItsExecutions()
    {
        var version = _workflows.Service.PublishStateMachineVersion(_machine);
        var started = _workflows.Service.StartExecution(version);

        _workflows.Service.DeleteStateMachineVersion(version);

        Assert.Equal(ExecutionStatus.Succeeded, (await _workflows.EndAsync(started.ExecutionArn)).Status);
        AssertRefused(
            "StateMachineDoesNotExist",
            $"State Machine Does Not Exist: '{version}'",
            () => _workflows.Service.StartExecution(version));
    }

    [Fact]
    public void Update_ByTheArnOfAVersion_IsRefused()
    {
        var version = _workflows.Service.PublishStateMachineVersion(_machine);

        AssertRefused(
            "StateMachineDoesNotExist",
            $"State Machine Does Not Exist: '{version}'",
            () => _workflows.Service.UpdateStateMachine(version, Workflows.Machine(Passes), null));
    }

    private string[] Versions() =>
        [.. _workflows.Service.ListStateMachineVersions(_machine).Items.Select(version => version.StateMachineArn)];

    private void Change(string states) => _workflows.Service.UpdateStateMachine(_machine, Workflows.Machine(states), null);

    private static void AssertRefused(string code, string message, Action action)
    {
        var refusal = Assert.Throws<AwsException>(action);
        Assert.Equal((400, code, message), (refusal.StatusCode, refusal.Code, refusal.Message));
    }
}
