using System.Collections.Immutable;
using Canary.StatesLanguage.Data;

namespace Canary.StatesLanguage.Choices;

/// <summary>And, Or.</summary>
/// <param name="All">All conditions must hold; else any one.</param>
/// <param name="Conditions">In their order: the first that decides ends it.</param>
internal sealed record Combination(bool All, ImmutableArray<Condition> Conditions) : Condition
{
    /// <inheritdoc/>
    public override bool Holds(StateData data) =>
        All ? Conditions.All(condition => condition.Holds(data)) : Conditions.Any(condition => condition.Holds(data));
}
