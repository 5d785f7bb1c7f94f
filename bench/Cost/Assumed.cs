namespace Canary.Bench.Cost;

/// <summary>What only AWS can tell, assumed on the high side.</summary>
internal static class Assumed
{
    /// <summary>How long a Lambda runs, cold starts among them.</summary>
    public const double InvocationSeconds = 0.3;

    /// <summary>What Lambda itself logs of an invocation, in bytes.</summary>
    public const int BytesOfInvocation = 1_000;

    /// <summary>What is around a line of a Lambda's own, in bytes.</summary>
    public const int BytesOfLine = 200;

    /// <summary>One event of an execution in the state machine's log, in bytes.</summary>
    public const int BytesOfEvent = 400;

    /// <summary>The metrics that a rollout's end writes, in an hour in which no other does: docs/events.md.</summary>
    public const int MetricsWritten = 6;

    /// <summary>Sweeps in a month of thirty days.</summary>
    public const int Sweeps = 30 * 24 * 12;
}
