using System.Text.Json;
using Canary.Aliases;
using Canary.Planning;
using Canary.Rollouts;
using Canary.States;

namespace Canary.Tests.Rollouts;

/// <summary>The groups of the document, and how much room its sentences have.</summary>
public class RolloutDocumentTests
{
    private static readonly string[] Contract =
    [
        "reason", "outcome", "schemaVersion", "function", "functionArn", "alias", "execution", "startedAt",
        "endedAt", "stableVersion", "candidateVersion",
        "candidateArn", "finalWeightPercent", "steps", "warnings", "faults", "error", "heldBy", "plan", "story", "internal",
    ];

    [Fact]
    public void Members_WhateverBecameOfTheRollout_AreThoseOfTheContractInItsOrder()
    {
        Rollout[] rollouts =
        [
            Given.Planned(),
            Given.Held(),
            Given.Shifted(),
            RolledBack(Given.Shifted()),
            PlanRollout.Plan(Given.Request(), ["No."], Given.World, Given.Execution, Given.Time),
            PlanRollout.Plan(Given.Request() with { TargetVersion = "3" }, [], Given.World, Given.Execution, Given.Time),
        ];

        foreach (var rollout in rollouts)
        {
            var names = JsonSerializer.SerializeToElement(rollout, CanaryJson.Relaxed.Rollout)
                .EnumerateObject()
                .Select(member => member.Name)
                .ToList();
            Assert.Equal(Contract.Intersect(names), names);
            Assert.Superset(
                new HashSet<string>(
                    ["reason", "outcome", "schemaVersion", "function", "alias", "execution", "startedAt", "plan", "internal"]),
                names.ToHashSet());
        }
    }

    [Theory]
    [InlineData("orders")]
    [InlineData("function:orders")]
    [InlineData("123456789012:function:orders")]
    [InlineData("arn:aws:lambda:us-east-1:123456789012:function:orders")]
    public void FunctionArn_EveryFormOfAName_IsWhole(string name)
    {
        var planned =
            PlanRollout.Plan(Given.Request() with { FunctionName = name }, [], Given.World, Given.Execution, Given.Time);
        var refused =
            PlanRollout.Plan(Given.Request() with { FunctionName = name }, ["No."], Given.World, Given.Execution, Given.Time);

        const string Whole = "arn:aws:lambda:us-east-1:123456789012:function:orders";
        Assert.Equal((Whole, Whole), (planned.FunctionArn, refused.FunctionArn));
    }

    [Fact]
    public void End_NothingToDo_IsAtOnceAndTheVersionHasEverything()
    {
        var nothing =
            PlanRollout.Plan(Given.Request() with { TargetVersion = "3" }, [], Given.World, Given.Execution, Given.Time);

        Assert.Equal((Outcome.NothingToDo, Given.Time, 100), (nothing.Outcome, nothing.EndedAt, nothing.FinalWeightPercent));
    }

    [Fact]
    public void End_Refused_IsAtOnceAndNoWeightIsTold()
    {
        var refused = PlanRollout.Plan(Given.Request(), ["No."], Given.World, Given.Execution, Given.Time);

        Assert.Equal((Outcome.Refused, Given.Time, null), (refused.Outcome, refused.EndedAt, refused.FinalWeightPercent));
    }

    [Theory]
    [InlineData("4", 0, 100)]
    [InlineData("3", .125, 12.5)]
    [InlineData("3", 0, 0)]
    public void End_ARollback_TellsWhatTheCandidateHasThen(string version, double weight, double percent)
    {
        var alias = new Alias(new(version, weight > 0 ? "4" : null, weight), "r");

        Assert.Equal(
            (decimal)percent,
            Rollback.RolledBack(Given.Shifted(), RollbackMove.LeaveToOthers, alias, Given.Time).FinalWeightPercent);
        Assert.Null(Rollback.RolledBack(Given.Shifted(), RollbackMove.LeaveToOthers, null, Given.Time).FinalWeightPercent);
    }

    [Fact]
    public void UnderWay_HasNoEndAndNoFinalWeight()
    {
        var shifted = Given.Shifted();

        Assert.Equal((null, null), (shifted.EndedAt, shifted.FinalWeightPercent));
    }

    [Theory]
    [InlineData(1, Limits.ReasonLength, true)]
    [InlineData(5, Limits.ReasonLength, true)]
    [InlineData(10, 450, true)]
    [InlineData(30, 100, true)]
    [InlineData(99, Limits.StepReasonLength, false)]
    public void Room_TheFewerTheSteps_TheLongerTheirReasons(int count, int length, bool inStory)
    {
        var rollout = Given.Shifted([.. Enumerable.Range(1, count).Select(i => Given.Step(i, 60)), Given.Step(100, 0)]);
        var alarms = Given.Unhealthy with { Reason = new string('x', 2_000) };

        var ended = CheckHealth.Checked(rollout, alarms, Given.Time.AddSeconds(15));

        Assert.InRange(ended.Steps[0].Reason!.Length, length, count > 5 ? Limits.ReasonLength - 1 : Limits.ReasonLength);
        Assert.Equal(inStory, ended.Story.Any(entry => entry.State == "ShiftWeight"));
        Assert.InRange(DocumentSize.Largest(rollout), 1, Limits.DocumentBytes);
    }

    private static Rollout RolledBack(Rollout rollout) =>
        Rollback.RolledBack(rollout, RollbackMove.Restore, new(new("3"), "r", "orders, live"), Given.Time.AddSeconds(20));
}
