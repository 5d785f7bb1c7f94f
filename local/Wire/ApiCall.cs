namespace Canary.Local.Wire;

/// <summary>What is called, as IAM writes it: <c>lambda:UpdateAlias</c> on <c>orders:live</c>.</summary>
/// <param name="Service">
/// IAM's prefix of the service; <c>function</c> for an invocation of a function, <c>metric</c> for a metric that a service puts.
/// </param>
/// <param name="Operation">The operation's name; the function's name; the metric's name.</param>
/// <param name="Resource">
/// What it is about, if that can be told: <c>function</c> or <c>function:alias</c>, an alarm, a state machine or
/// <c>machine:execution</c>; the alias or version of an invocation; the Resource of a metric, with the ExecutedVersion behind it:
/// <c>function:alias:7</c>. Several are separated by commas.
/// </param>
public readonly record struct ApiCall(string Service, string Operation, string? Resource = null)
{
    /// <summary>The service of invocations of functions, whoever invokes them.</summary>
    public const string Function = "function";

    /// <summary>The service of metrics that services put.</summary>
    public const string Metric = "metric";

    /// <summary>The moment that a metric's datum belongs to, for a fault that strikes for a while; null for a call.</summary>
    public DateTimeOffset? Moment { get; init; }

    /// <summary>As people write it.</summary>
    public override string ToString() => $"{Service}:{Operation}{(Resource is null ? "" : $"({Resource})")}";
}
