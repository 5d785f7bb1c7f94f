using System.Text.Json.Nodes;

namespace Canary.StatesLanguage.Data;

/// <summary>Something in a definition that becomes a value when a state runs.</summary>
internal abstract record Expression
{
    /// <summary>The value. What it shares with the data must be cloned before it goes into another document.</summary>
    /// <exception cref="RuntimeFault">The data does not fit.</exception>
    public abstract JsonNode? Evaluate(StateData data);
}
