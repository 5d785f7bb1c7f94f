using System.Text.Json.Nodes;
using Canary.StatesLanguage.Data;

namespace Canary.StatesLanguage.Choices;

/// <summary>IsNull, IsString and so on: what a value is.</summary>
/// <param name="Variable">Where the value is.</param>
/// <param name="Test">What is asked.</param>
/// <param name="Expected">The answer that holds.</param>
internal sealed record KindTest(JsonPath Variable, Func<JsonNode?, bool> Test, bool Expected) : Condition
{
    /// <inheritdoc/>
    public override bool Holds(StateData data) => Test(Read(Variable, data)) == Expected;
}
