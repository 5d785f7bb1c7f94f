using System.Globalization;
using System.Text.Json.Serialization;
using Canary.Statistics;

namespace Canary.Rollouts;

/// <summary>What is slow.</summary>
/// <param name="Milliseconds">A request that takes longer is.</param>
/// <param name="Calibration">How bursty such requests were before the rollout.</param>
public sealed record SlowThreshold(double Milliseconds, Calibration Calibration)
{
    /// <summary>Such as <c>230 ms</c>.</summary>
    [JsonIgnore]
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds:#,0.##} ms");
}
