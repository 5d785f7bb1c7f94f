using System.Text.Json.Nodes;
using Canary.StatesLanguage.Data;

namespace Canary.StatesLanguage.Choices;

/// <summary>Something of which a Choice state wants to know whether it holds.</summary>
internal abstract record Condition
{
    /// <summary>Whether it holds.</summary>
    /// <exception cref="RuntimeFault">A path leads nowhere.</exception>
    public abstract bool Holds(StateData data);

    /// <summary>What a path leads to.</summary>
    /// <exception cref="RuntimeFault">Nowhere.</exception>
    protected static JsonNode? Read(JsonPath path, StateData data) => data.TryRead(path, out var value)
        ? value
        : throw new RuntimeFault($"Invalid path '{path.Text}': The choice state's condition path references an invalid value.");
}
