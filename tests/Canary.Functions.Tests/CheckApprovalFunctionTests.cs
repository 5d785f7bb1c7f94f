using System.Text.Json;
using Canary.Functions.Tests.Fakes;
using Canary.Rollouts;

namespace Canary.Functions.Tests;

public class CheckApprovalFunctionTests
{
    [Theory]
    [InlineData("""{ "approved": true, "by": "alice" }""", NextState.CheckHealth)]
    [InlineData("""{ "approved": false, "by": "alice" }""", NextState.Rollback)]
    public async Task CheckApproval_TheAnswerInTheDocument_IsJudgedAndTakenOut(string answer, NextState next)
    {
        var asked = Stage.Noted(await new Stage().ShiftedAsync(), own => own with
        {
            ApprovalRequest = new(1, Aliases.Weight.FromPercent(10), Stage.Time),
            Answer = JsonSerializer.Deserialize<JsonElement>(answer),
        });

        var rollout = new CheckApprovalFunction().CheckApproval(Stage.At(asked), Stage.Context);

        Assert.Equal((next, null, null), (rollout.Decision.Next, rollout.Internal.Answer, rollout.Internal.ApprovalRequest));
    }
}
