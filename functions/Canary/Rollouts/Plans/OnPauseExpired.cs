using System.Text.Json.Serialization;

namespace Canary.Rollouts.Plans;

/// <summary>What follows when a pause is over that nobody ended.</summary>
[JsonConverter(typeof(InputWordConverter<OnPauseExpired>))]
public enum OnPauseExpired
{
    /// <summary>Send all traffic back to the stable version: whoever paused it had a reason.</summary>
    Rollback,

    /// <summary>Go on.</summary>
    Resume,
}
