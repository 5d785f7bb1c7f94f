using Canary.StatesLanguage.Data;

namespace Canary.StatesLanguage.Choices;

/// <summary>Not.</summary>
internal sealed record Negation(Condition Condition) : Condition
{
    /// <inheritdoc/>
    public override bool Holds(StateData data) => !Condition.Holds(data);
}
