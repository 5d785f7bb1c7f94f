namespace Canary.Local.StepFunctions.Model;

/// <summary>What an event tells. Each type of event has some of these.</summary>
public sealed record EventDetails
{
    /// <summary>The state's name.</summary>
    public string? Name { get; init; }

    /// <summary>JSON.</summary>
    public string? Input { get; init; }

    /// <summary>JSON.</summary>
    public string? Output { get; init; }

    /// <summary>The execution's role.</summary>
    public string? RoleArn { get; init; }

    /// <summary>The alias that the execution was started through.</summary>
    public string? StateMachineAliasArn { get; init; }

    /// <summary>The version that the execution runs.</summary>
    public string? StateMachineVersionArn { get; init; }

    /// <summary>The integration's action, such as <c>invoke</c>.</summary>
    public string? Resource { get; init; }

    /// <summary>The integration's service, such as <c>lambda</c>.</summary>
    public string? ResourceType { get; init; }

    /// <summary>Where the task runs.</summary>
    public string? Region { get; init; }

    /// <summary>The request, as JSON.</summary>
    public string? Parameters { get; init; }

    /// <summary>The task's time-out.</summary>
    public long? TimeoutInSeconds { get; init; }

    /// <summary>The most seconds between two heartbeats of the task.</summary>
    public long? HeartbeatInSeconds { get; init; }

    /// <summary>How often the execution has been redriven.</summary>
    public int? RedriveCount { get; init; }

    /// <summary>The error's name.</summary>
    public string? Error { get; init; }

    /// <summary>More about the error.</summary>
    public string? Cause { get; init; }
}
