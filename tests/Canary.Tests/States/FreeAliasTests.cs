using Canary.Aliases;
using Canary.Rollouts;
using Canary.States;
using Canary.Tests.Rollouts;

namespace Canary.Tests.States;

public class FreeAliasTests
{
    [Fact]
    public void Released_NothingWasPromoted_IsNothingToDo()
    {
        var alias = new Alias(new("3"), "revision-6", "orders, live");

        Assert.Equal(Outcome.NothingToDo, FreeAlias.Freed(A.Held(A.Step(100, 0)), alias, A.Time).Outcome);
        Assert.Equal(
            Outcome.Promoted,
            FreeAlias.Freed(A.Held(A.Step(100, 0)).Note(own => own with { PromotedAt = A.Time }), alias, A.Time).Outcome);
    }
}
