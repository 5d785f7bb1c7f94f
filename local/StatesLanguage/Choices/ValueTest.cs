using System.Text.Json.Nodes;
using Canary.StatesLanguage.Data;

namespace Canary.StatesLanguage.Choices;

/// <summary>
/// Compares a value with another of the same kind. Values of different kinds never compare: that is false, not a fault.
/// </summary>
/// <param name="Variable">The left value.</param>
/// <param name="Compare">The sign of left minus right; null when they cannot be compared.</param>
/// <param name="Accept">Which signs hold.</param>
/// <param name="Constant">The right value, or</param>
/// <param name="Other">the path to it.</param>
internal sealed record ValueTest(
    JsonPath Variable,
    Func<JsonNode?, JsonNode?, int?> Compare,
    Func<int, bool> Accept,
    JsonNode? Constant,
    JsonPath? Other) : Condition
{
    /// <inheritdoc/>
    public override bool Holds(StateData data)
    {
        var left = Read(Variable, data);
        var right = Other is { } path ? Read(path, data) : Constant;
        return Compare(left, right) is { } sign && Accept(sign);
    }
}
