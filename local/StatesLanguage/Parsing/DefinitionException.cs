namespace Canary.StatesLanguage.Parsing;

/// <summary>A definition that is none.</summary>
/// <param name="problems">Everything that is wrong with it.</param>
internal sealed class DefinitionException(string problems) : Exception(problems);
