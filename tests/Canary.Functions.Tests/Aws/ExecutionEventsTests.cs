using System.Text.Json;
using Amazon.StepFunctions.Model;
using Canary.Errors;
using Canary.Functions.Aws;
using Canary.Functions.Tests.Fakes;

namespace Canary.Functions.Tests.Aws;

public class ExecutionEventsTests
{
    [Fact]
    public async Task DocumentIn_AStateOfItsOwnExecution_IsTheDocument() =>
        Assert.NotNull(ExecutionEvents.DocumentIn(await EnteredAsync("Bake"), Stage.Execution));

    [Fact]
    public async Task DocumentIn_TheFirstState_IsTheUsersInputWhateverItSays() =>
        Assert.Null(ExecutionEvents.DocumentIn(await EnteredAsync("PlanRollout"), Stage.Execution));

    [Fact]
    public async Task DocumentIn_AnotherExecutionsDocument_IsNone() =>
        Assert.Null(ExecutionEvents.DocumentIn(await EnteredAsync("Bake"), Stage.Other));

    [Fact]
    public void DocumentIn_SomethingElse_IsNone() =>
        Assert.Null(ExecutionEvents.DocumentIn(
            new() { Name = "PlanFailed", Input = """{"Error":"States.DataLimitExceeded"}""" }, Stage.Execution));

    [Fact]
    public void DocumentIn_AnOlderCanarysDocumentOfThatExecution_IsRefusedInWords()
    {
        const string Older = $$"""{ "reason": "", "outcome": "InProgress", "execution": "{{Stage.Execution}}","""
            + $$""" "decision": { "next": "Bake" }, "currentStep": 0 }""";

        var fault = Assert.Throws<ForeignDocument>(
            () => ExecutionEvents.DocumentIn(new() { Name = "Bake", Input = Older }, Stage.Execution));

        Assert.Equal(
            $"The document of the rollout {Stage.Execution} was written by another version of Canary: "
            + "its schemaVersion is not \"1\". "
                + "This version can neither give its alias back nor take a word for it. Look at the alias.", fault.Message);
        Assert.Null(ExecutionEvents.DocumentIn(new() { Name = "Bake", Input = Older }, Stage.Other));
    }

    [Fact]
    public async Task DocumentIn_ANewerCanarysDocument_IsRefusedInWords()
    {
        var newer =
            JsonSerializer.Serialize(await new Stage().ShiftedAsync() with { SchemaVersion = "2" }, CanaryJson.Relaxed.Rollout);

        Assert.Throws<ForeignDocument>(() => ExecutionEvents.DocumentIn(new() { Name = "Bake", Input = newer }, Stage.Execution));
    }

    private static async Task<StateEnteredEventDetails> EnteredAsync(string state) =>
        new() { Name = state, Input = JsonSerializer.Serialize(await new Stage().ShiftedAsync(), CanaryJson.Relaxed.Rollout) };
}
