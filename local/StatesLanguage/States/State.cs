using Canary.StatesLanguage.Data;

namespace Canary.StatesLanguage.States;

/// <summary>A state of a state machine.</summary>
/// <param name="Name">Unique in its machine.</param>
/// <param name="Type">As the definition has it: Task, Wait, …</param>
internal abstract record State(string Name, string Type)
{
    /// <summary>What of the input the state works on; null discards all of it.</summary>
    public JsonPath? InputPath { get; init; } = JsonPath.Root;

    /// <summary>What of its result is passed on; null discards all of it.</summary>
    public JsonPath? OutputPath { get; init; } = JsonPath.Root;

    /// <summary>The state that follows; null when the execution ends here or the state itself decides.</summary>
    public string? Next { get; init; }

    /// <summary>Whether the execution can end here.</summary>
    public virtual bool IsTerminal => Next is null;

    /// <summary>Every transition out of the state, with its place in the definition.</summary>
    public virtual IEnumerable<(string Field, string Target)> Transitions => Next is { } next ? [("Next", next)] : [];
}
