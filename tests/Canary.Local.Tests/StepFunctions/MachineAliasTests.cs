using Canary.Local.StepFunctions.Model;
using Canary.Local.Wire;

namespace Canary.Local.Tests.StepFunctions;

/// <summary>Aliases of state machines, as AWS was recorded to treat them.</summary>
public class MachineAliasTests
{
    private const string Waits = """ "A":{"Type":"Wait","Seconds":60,"End":true} """;

    private readonly Workflows _workflows = new(new Random(1));
    private readonly string _machine;
    private readonly string _one;
    private readonly string _two;

    public MachineAliasTests()
    {
        _machine = _workflows.Create(Waits);
        _one = _workflows.Service.PublishStateMachineVersion(_machine);
        _workflows.Service.UpdateStateMachine(_machine, Workflows.Machine(Waits, """ "Comment":"2", """), null);
        _two = _workflows.Service.PublishStateMachineVersion(_machine);
    }

    [Fact]
    public void Start_ThroughAnAlias_IsOfItsVersionForGood()
    {
        var alias = Create(new MachineRoute(_one, 100)).StateMachineAliasArn;
        var started = _workflows.Service.StartExecution(alias, "r1");
        _workflows.Service.UpdateStateMachineAlias(alias, [new(_two, 100)]);

        var described = _workflows.Service.DescribeExecution(started.ExecutionArn);

        Assert.Equal($"{_machine}:live", alias);
        Assert.Equal(_machine.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal) + ":r1", started.ExecutionArn);
        Assert.Equal(
            (_machine, _one, alias),
            (described.StateMachineArn, described.StateMachineVersionArn, described.StateMachineAliasArn));
        Assert.DoesNotContain(
            "Comment",
            _workflows.Service.DescribeStateMachineForExecution(started.ExecutionArn).Definition,
            StringComparison.Ordinal);
        Assert.Equal(_two, _workflows.Service.StartExecution(alias).StateMachineVersionArn);
        Assert.Equal(2, _workflows.Service.ListExecutions(alias).Items.Count);
        Assert.Equal([started.ExecutionArn], _workflows.Service.ListExecutions(_one).Items.Select(one => one.ExecutionArn));
    }

    [Fact]
    public void Start_ThroughAnAliasWithTwoVersions_IsOfEitherByItsWeight()
    {
        var alias = Create(new(_one, 80), new(_two, 20)).StateMachineAliasArn;

        var started = Enumerable.Range(0, 1_000)
            .Count(_ => _workflows.Service.StartExecution(alias).StateMachineVersionArn == _two);

        Assert.InRange(started, 150, 250);
    }

    [Fact]
    public void Create_TheSameAgain_IsNoError()
    {
        var first = Create(new MachineRoute(_one, 100));

        Assert.Same(first, Create(new MachineRoute(_one, 100)));
        AssertRefused(
            "ConflictException",
            "Failed to create alias because an alias with the same name and a different routing configuration already exists.",
            () => Create(new MachineRoute(_two, 100)));
    }

    [Fact]
    public void Routes_ThatDoNotFit_AreRefusedInAwsWords()
    {
        Refused(
            $"Routing configuration must contain state machine version ARNs. Received: [{_machine}]",
            new MachineRoute(_machine, 100));
        Refused(
            $"Routing configuration must contain distinct state machine version ARNs. Received: [{_one}, {_one}]",
            new MachineRoute(_one, 50),
            new MachineRoute(_one, 50));
        Refused(
            "Sum of routing configuration weights must equal 100. Received: [70, 29]",
            new MachineRoute(_one, 70),
            new MachineRoute(_two, 29));
        Refused(
            "1 validation error detected: Value '101' at 'routingConfiguration.1.member.weight' failed to satisfy constraint: "
            + "Member must have value less than or equal to 100",
            new MachineRoute(_one, 101));
        AssertRefused(
            "ResourceNotFound",
            "Request references a resource that does not exist.",
            () => Create(new MachineRoute($"{_machine}:7", 100)));

        void Refused(string message, params MachineRoute[] routes) =>
            AssertRefused("ValidationException", message, () => Create(routes));
    }

    [Theory]
    [InlineData("123")]
    [InlineData("a b")]
    [InlineData("a!")]
    public void Create_WithANameThatAwsDoesNotTake_IsRefused(string name) => AssertRefused(
        "ValidationException",
        $"1 validation error detected: Value '{name}' at 'name' failed to satisfy constraint: "
            + @"Member must satisfy regular expression pattern: ^(?=.*[a-zA-Z_\-\.])[a-zA-Z0-9_\-\.]+$",
        () => _workflows.Service.CreateStateMachineAlias(name, [new(_one, 100)]));

    [Fact]
    public void Update_ChangesWhatIsGiven()
    {
        var alias = Create(new MachineRoute(_one, 100)).StateMachineAliasArn;

        _workflows.Service.UpdateStateMachineAlias(alias, null, "new description");
        _workflows.Service.UpdateStateMachineAlias(alias, [new(_one, 50), new(_two, 50)]);

        var described = _workflows.Service.DescribeStateMachineAlias(alias);
        Assert.Equal(("live", "new description"), (described.Name, described.Description));
        Assert.Equal([new(_one, 50), new(_two, 50)], described.Routes);
        AssertRefused(
            "ResourceNotFound",
            "Request references a resource that does not exist.",
            () => _workflows.Service.UpdateStateMachineAlias($"{_machine}:none", [new(_one, 100)]));
    }

    [Fact]
    public void Delete_AVersionThatAnAliasLeadsTo_IsAConflict()
    {
        var alias = Create(new MachineRoute(_one, 100)).StateMachineAliasArn;

        AssertRefused(
            "ConflictException",
            "Version to be deleted must not be referenced by an alias. Current list of aliases referencing this version: [live]",
            () => _workflows.Service.DeleteStateMachineVersion(_one));
        _workflows.Service.DeleteStateMachineAlias(alias);
        _workflows.Service.DeleteStateMachineAlias(alias);
        _workflows.Service.DeleteStateMachineVersion(_one);
        Assert.Empty(_workflows.Service.ListStateMachineAliases(_machine).Items);
    }

    [Fact]
    public void List_ByAVersion_HasThoseThatLeadToIt()
    {
        var live = Create(new MachineRoute(_one, 100)).StateMachineAliasArn;
        var next = _workflows.Service.CreateStateMachineAlias("next", [new(_two, 100)]).StateMachineAliasArn;

        Assert.Equal([live, next], List(_machine));
        Assert.Equal([next], List(_two));

        string[] List(string arn) =>
            [.. _workflows.Service.ListStateMachineAliases(arn).Items.Select(alias => alias.StateMachineAliasArn)];
    }

    private MachineAlias Create(params MachineRoute[] routes) => _workflows.Service.CreateStateMachineAlias("live", routes);

    private static void AssertRefused(string code, string message, Action action)
    {
        var refusal = Assert.Throws<AwsException>(action);
        Assert.Equal((400, code, message), (refusal.StatusCode, refusal.Code, refusal.Message));
    }
}
