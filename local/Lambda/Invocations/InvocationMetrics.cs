using Canary.Local.CloudWatch.Metrics;
using Canary.Local.Lambda.Environments;

namespace Canary.Local.Lambda.Invocations;

/// <summary>The AWS/Lambda metrics of one invocation, all stamped with its start.</summary>
/// <param name="sink">Where they go.</param>
/// <param name="start">On the embedded AWS's clock.</param>
/// <param name="function">The function's name.</param>
/// <param name="qualifier">What it was invoked by: a version, an alias, or null.</param>
/// <param name="executedVersion">The version that an alias led to, else null. Only alias traffic has this dimension.</param>
internal sealed class InvocationMetrics(
    IMetricSink sink, DateTimeOffset start, string function, string? qualifier, string? executedVersion)
{
    private readonly IReadOnlyList<IReadOnlyList<KeyValuePair<string, string>>> _sets = Sets(
        function, qualifier, executedVersion);

    public void Ran(EnvironmentAnswer answer, int concurrency)
    {
        Put("Invocations", 1, "Count");
        Put("Errors", answer.Failed ? 1 : 0, "Count");
        Put("Duration", answer.Duration.TotalMilliseconds, "Milliseconds");
        Put("ConcurrentExecutions", concurrency, "Count");
    }

    /// <summary>An invocation of a version with provisioned concurrency: on that, or beyond it.</summary>
    public void Provisioned(bool isSpillover) =>
        Put(isSpillover ? "ProvisionedConcurrencySpilloverInvocations" : "ProvisionedConcurrencyInvocations", 1, "Count");

    /// <summary>A throttled invocation is neither an invocation nor an error.</summary>
    public void Throttled() => Put("Throttles", 1, "Count");

    public void LostDeadLetter() => Put("DeadLetterErrors", 1, "Count");

    public void LostDestination() => Put("DestinationDeliveryFailures", 1, "Count");

    private static List<IReadOnlyList<KeyValuePair<string, string>>> Sets(
        string function, string? qualifier, string? executedVersion)
    {
        var name = KeyValuePair.Create("FunctionName", function);
        var resource = KeyValuePair.Create("Resource", qualifier is null ? function : $"{function}:{qualifier}");
        List<IReadOnlyList<KeyValuePair<string, string>>> sets = [[name], [name, resource]];
        if (executedVersion is not null) sets.Add([name, resource, KeyValuePair.Create("ExecutedVersion", executedVersion)]);
        return sets;
    }

    private void Put(string metric, double value, string unit)
    {
        foreach (var dimensions in _sets) sink.Put("AWS/Lambda", metric, dimensions, start, value, unit);
    }
}
