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

        Assert.Equal(Outcome.NothingToDo, FreeAlias.Freed(Given.Held(Given.Step(100, 0)), alias, Given.Time).Outcome);
        Assert.Equal(
            Outcome.Promoted,
            FreeAlias.Freed(
                Given.Held(Given.Step(100, 0)).Note(own => own with { PromotedAt = Given.Time }), alias, Given.Time).Outcome);
    }
}
