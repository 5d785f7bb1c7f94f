namespace Canary.StatesLanguage.Parsing;

/// <summary>Everything that is wrong with one definition, in the order in which it was found.</summary>
internal sealed class DefinitionProblems
{
    private readonly List<string> _problems = [];

    /// <summary>A field is missing, unknown or has an impossible value.</summary>
    public void Schema(string location, string message) =>
        _problems.Add($"SCHEMA_VALIDATION_FAILED: {message} at {(location.Length == 0 ? "/" : location)}");

    /// <summary>A transition leads nowhere, or none leads to a state.</summary>
    public void Transition(string location, string message) =>
        _problems.Add($"MISSING_TRANSITION_TARGET: {message} at {location}");

    /// <summary>No state can end the execution.</summary>
    public void NoEnd() => _problems.Add("MISSING_END_STATE: Workflow has no terminal state");

    /// <summary>Refuses the definition if anything was found.</summary>
    /// <exception cref="DefinitionException">All of it.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0) throw new DefinitionException(string.Join(", ", _problems));
    }
}
