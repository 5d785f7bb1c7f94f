using System.Text.Json.Serialization;

namespace Canary.Rollouts.Plans;

/// <summary>What a step comes to that was held for as long as it may be, and whose metrics still cannot be read.</summary>
[JsonConverter(typeof(InputWordConverter<OnUnreadable>))]
public enum OnUnreadable
{
    /// <summary>Send all traffic back to the stable version: nobody knows what the candidate does.</summary>
    Rollback,

    /// <summary>Go on: the alarms had no objection.</summary>
    Promote,

    /// <summary>Ask a person.</summary>
    Approve,
}
