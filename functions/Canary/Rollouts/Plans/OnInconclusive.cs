using System.Text.Json.Serialization;

namespace Canary.Rollouts.Plans;

/// <summary>What a step comes to when its time is over and the analysis cannot tell.</summary>
[JsonConverter(typeof(InputWordConverter<OnInconclusive>))]
public enum OnInconclusive
{
    /// <summary>Go on: the alarms had no objection either.</summary>
    Promote,

    /// <summary>Hold the step for a while, to see more.</summary>
    Wait,

    /// <summary>Ask a person.</summary>
    Approve,

    /// <summary>Send all traffic back to the stable version.</summary>
    Rollback,
}
