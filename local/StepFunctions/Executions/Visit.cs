using System.Text.Json.Nodes;
using Canary.Local.Clocks;
using Canary.StatesLanguage.Data;

namespace Canary.Local.StepFunctions.Executions;

/// <summary>One visit of an execution to a state.</summary>
/// <param name="Execution">The execution.</param>
/// <param name="Clock">Its clock.</param>
/// <param name="Input">The state's input, before InputPath.</param>
/// <param name="Context">The context object.</param>
/// <param name="Entered">When.</param>
internal sealed record Visit(Execution Execution, HeldClock Clock, JsonNode? Input, JsonObject Context, DateTimeOffset Entered)
{
    /// <summary>What expressions see whose <c>$</c> is <paramref name="input"/>.</summary>
    public StateData See(JsonNode? input) => new(input, Context);

    /// <summary>The state's raw input with the result where ResultPath says.</summary>
    public JsonNode? Place(JsonPath? path, JsonNode? result) => path is null ? Input : path.Put(Input, result);
}
