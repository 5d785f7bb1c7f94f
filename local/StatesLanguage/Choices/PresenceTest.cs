using Canary.StatesLanguage.Data;

namespace Canary.StatesLanguage.Choices;

/// <summary>IsPresent: the one condition that a path that leads nowhere does not disturb.</summary>
internal sealed record PresenceTest(JsonPath Variable, bool Expected) : Condition
{
    /// <inheritdoc/>
    public override bool Holds(StateData data) => data.TryRead(Variable, out _) == Expected;
}
