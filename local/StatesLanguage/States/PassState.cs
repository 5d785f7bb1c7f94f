using Canary.StatesLanguage.Data;

namespace Canary.StatesLanguage.States;

/// <summary>Passes its input on, changed or not.</summary>
internal sealed record PassState(string Name) : State(Name, "Pass")
{
    /// <summary>What replaces the input; null leaves it.</summary>
    public Expression? Parameters { get; init; }

    /// <summary>A fixed result; null makes the input the result.</summary>
    public Literal? Result { get; init; }

    /// <summary>Where the result goes in the input; null drops it.</summary>
    public JsonPath? ResultPath { get; init; }
}
