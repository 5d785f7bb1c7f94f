using Canary.StatesLanguage.Data;

namespace Canary.StatesLanguage.States;

/// <summary>Waits.</summary>
/// <param name="Name">Unique in its machine.</param>
/// <param name="Field">The field that says how long: Seconds, SecondsPath, Timestamp or TimestampPath.</param>
/// <param name="Amount">Seconds, or a moment.</param>
internal sealed record WaitState(string Name, string Field, Expression Amount) : State(Name, "Wait");
