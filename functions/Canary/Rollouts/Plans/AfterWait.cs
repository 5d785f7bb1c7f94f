using System.Text.Json.Serialization;

namespace Canary.Rollouts.Plans;

/// <summary>What a step comes to that was held for as long as it may be, and of which the analysis still cannot tell.</summary>
[JsonConverter(typeof(InputWordConverter<AfterWait>))]
public enum AfterWait
{
    /// <summary>Back where the evidence is suspicious, else on: who has done nothing wrong is not rolled back.</summary>
    Evidence,

    /// <summary>Go on: the alarms had no objection either.</summary>
    Promote,

    /// <summary>Ask a person.</summary>
    Approve,

    /// <summary>Send all traffic back to the stable version.</summary>
    Rollback,
}
