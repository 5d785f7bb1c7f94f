using Canary.StatesLanguage.Data;

namespace Canary.StatesLanguage.States;

/// <summary>Where an error leads.</summary>
/// <param name="Errors">Which errors.</param>
/// <param name="Next">The state that goes on.</param>
/// <param name="ResultPath">Where the error goes in the state's input; null drops it.</param>
internal sealed record Catcher(ErrorNames Errors, string Next, JsonPath? ResultPath);
