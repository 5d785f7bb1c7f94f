using System.Text.Json;
using Amazon.StepFunctions.Model;
using Canary.Functions.Aws;
using Canary.Functions.Tests.Fakes;

namespace Canary.Functions.Tests.Aws;

public class ExecutionEventsTests
{
    [Fact]
    public async Task DocumentIn_AStateOfItsOwnExecution_IsTheDocument() => Assert.NotNull(ExecutionEvents.DocumentIn(await EnteredAsync("Bake"), Stage.Execution));

    [Fact]
    public async Task DocumentIn_TheFirstState_IsTheUsersInputWhateverItSays() =>
        Assert.Null(ExecutionEvents.DocumentIn(await EnteredAsync("PlanRollout"), Stage.Execution));

    [Fact]
    public async Task DocumentIn_AnotherExecutionsDocument_IsNone() => Assert.Null(ExecutionEvents.DocumentIn(await EnteredAsync("Bake"), Stage.Other));

    [Fact]
    public void DocumentIn_SomethingElse_IsNone() =>
        Assert.Null(ExecutionEvents.DocumentIn(new() { Name = "PlanFailed", Input = """{"Error":"States.DataLimitExceeded"}""" }, Stage.Execution));

    private static async Task<StateEnteredEventDetails> EnteredAsync(string state) =>
        new() { Name = state, Input = JsonSerializer.Serialize(await new Stage().ShiftedAsync(), CanaryJson.Relaxed.Rollout) };
}
