using Canary.Architecture.Tests.Rules;
using Canary.Architecture.Tests.Source;

namespace Canary.Architecture.Tests;

/// <summary>The states of the state machine, and what is named after them.</summary>
public sealed class StateTests
{
    private static readonly string Definition = SourceTree.Read("statemachines/canary.asl.json");

    private static readonly IReadOnlyList<string> Paths = [.. SourceTree.Files.Select(file => file.Path)];

    [Fact]
    public void EveryTask_HasItsLambdaItsDecisionAndItsTests() =>
        Faults.None(StateRule.Faults(Definition, SourceTree.Read("template.yaml"), Paths));

    [Fact]
    public void TheTasks_AreThoseOfTheStateMachine() => Assert.InRange(StateRule.TasksOf(Definition).Count, 14, 30);
}
