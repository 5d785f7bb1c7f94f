namespace Canary.Ports;

/// <summary>A queue or a stream whose records Lambda brings to an alias, as an event source mapping describes it.</summary>
/// <param name="Arn">Its ARN; null for a Kafka cluster of one's own.</param>
public sealed record EventSource(string? Arn)
{
    /// <summary>False where it brings nothing for now.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>How long Lambda gathers records before it calls the function.</summary>
    public int WindowSeconds { get; init; }

    /// <summary>For how long one invocation hands a state to the next; 0 for none.</summary>
    public int TumblingSeconds { get; init; }

    /// <summary>How often failed records are tried again; null for as long as there are any.</summary>
    public int? Retries { get; init; }

    /// <summary>Whether what is given up goes to a place of its own.</summary>
    public bool HasDestination { get; init; }

    /// <summary>Whether the function may give back single items of a batch.</summary>
    public bool ReportsItems { get; init; }

    /// <summary>The service in the ARN, such as <c>sqs</c>.</summary>
    internal string Service => Arn?.Split(':').ElementAtOrDefault(2) ?? "kafka";

    /// <summary>Whether its records come in order, so that one that fails is tried again before the next.</summary>
    internal bool IsStream => Service is not ("sqs" or "mq");
}
