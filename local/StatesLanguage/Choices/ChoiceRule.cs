namespace Canary.StatesLanguage.Choices;

/// <summary>A condition, and the state to go to when it holds.</summary>
internal sealed record ChoiceRule(Condition Condition, string Next);
