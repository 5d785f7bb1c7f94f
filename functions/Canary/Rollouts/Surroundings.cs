using Canary.Health;

namespace Canary.Rollouts;

/// <summary>What was found of all that a request names. Null is what does not exist, or could not be asked for since the input does not name it.</summary>
/// <param name="Latest">The function's $LATEST.</param>
/// <param name="Alias">The alias.</param>
/// <param name="Target">The version that the input names.</param>
/// <param name="Alarms">The alarms that exist.</param>
public sealed record Surroundings(FunctionVersion? Latest, Alias? Alias, FunctionVersion? Target, IReadOnlyList<AlarmReading> Alarms);
