using System.Collections.Immutable;
using Canary.StatesLanguage.Choices;

namespace Canary.StatesLanguage.States;

/// <summary>Goes where the first rule that holds points.</summary>
/// <param name="Name">Unique in its machine.</param>
/// <param name="Rules">In their order.</param>
/// <param name="Default">Where to go when none holds; null makes that a fault.</param>
internal sealed record ChoiceState(string Name, ImmutableArray<ChoiceRule> Rules, string? Default) : State(Name, "Choice")
{
    /// <inheritdoc/>
    public override bool IsTerminal => false;

    /// <inheritdoc/>
    public override IEnumerable<(string Field, string Target)> Transitions =>
        Rules.Select((rule, index) => ($"Choices[{index}]/Next", rule.Next))
            .Concat(Default is { } other ? [("Default", other)] : []);
}
