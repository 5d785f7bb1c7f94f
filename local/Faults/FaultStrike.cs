using System.Globalization;
using Canary.Local.Wire;

namespace Canary.Local.Faults;

/// <summary>A fault that has struck.</summary>
/// <param name="Fault">Which one.</param>
/// <param name="Call">What it struck.</param>
/// <param name="At">When, on the clock.</param>
public sealed record FaultStrike(Fault Fault, ApiCall Call, DateTimeOffset At)
{
    /// <summary>A line for people.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {Call} {FaultWords.Of(Fault.Kind).Word}");
}
