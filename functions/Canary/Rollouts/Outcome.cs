using System.Text.Json.Serialization;

namespace Canary.Rollouts;

/// <summary>What a rollout came to. A failed execution carries this as its error.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
public enum Outcome
{
    /// <summary>It is under way.</summary>
    InProgress,

    /// <summary>The candidate is the alias's version now.</summary>
    Promoted,

    /// <summary>There was no alias: it was created at the candidate.</summary>
    Created,

    /// <summary>The alias was at the candidate already.</summary>
    NothingToDo,

    /// <summary>The candidate was unhealthy, and the stable version has all traffic again.</summary>
    RolledBack,

    /// <summary>The input or what it names cannot be used; nothing was touched.</summary>
    Refused,

    /// <summary>Another rollout holds the alias; this one touched nothing.</summary>
    RolloutInProgress,

    /// <summary>Somebody else changed the alias; it was left as they set it.</summary>
    AliasChanged,

    /// <summary>Something broke; the stable version has all traffic.</summary>
    Failed,
}
