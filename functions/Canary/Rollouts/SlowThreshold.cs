using System.Globalization;
using System.Text.Json.Serialization;
using Canary.Statistics;

namespace Canary.Rollouts;

/// <summary>What is slow, or quick.</summary>
/// <param name="Milliseconds">A request that takes longer is slow, any other quick.</param>
/// <param name="Calibration">How bursty the requests that are counted were before the rollout.</param>
public sealed record SlowThreshold(double Milliseconds, Calibration Calibration)
{
    /// <summary>Whether the quick requests are counted, since they are the fewer: then fewer of them are worse.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool CountsQuick { get; init; }

    /// <summary>Such as <c>230 ms</c>.</summary>
    [JsonIgnore]
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Milliseconds:#,0.##} ms");
}
