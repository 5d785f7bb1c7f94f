using Canary.Input;
using Canary.Ports;
using Canary.Wording;

namespace Canary.Planning;

/// <summary>What becomes of queues and streams that call an alias while two versions share it.</summary>
internal static class EventSourceWarnings
{
    private const int MostNamed = 3;

    public static IEnumerable<string> Of(RolloutRequest request, PlanFindings found)
    {
        if (!found.MayReadSources)
            return
            [
                $"AWS did not tell which queues and streams call {request.AliasName}, so nothing is said of them here. "
                    + "docs/callers.md says what to look at.",
            ];
        var sources = found.Sources.Where(source => source.IsEnabled).ToList();
        return OfWindows(request, sources)
            .Concat(OfRetries([.. sources.Where(source => source.IsStream)]))
            .Concat(OfItems(request, [.. sources.Where(source => source.ReportsItems)]))
            .Concat(OfState([.. sources.Where(source => source.TumblingSeconds > 0)]));
    }

    private static IEnumerable<string> OfWindows(RolloutRequest request, IReadOnlyList<EventSource> sources)
    {
        var shared = request.Steps.Select((step, i) => (Step: step, Number: i + 1)).Where(one => one.Step.IsCompared).ToList();
        if (shared.Count == 0) yield break;
        var (shortest, number) = shared.MinBy(one => one.Step.BakeSeconds);
        var slow = sources.Where(source => source.WindowSeconds >= shortest.BakeSeconds).ToList();
        if (slow.Count == 0) yield break;
        yield return $"Lambda gathers records of {Named(slow)} for up to {slow.Max(source => source.WindowSeconds)} s, "
            + $"and step {number} bakes for {shortest.BakeSeconds} s at {shortest.Weight}: "
            + "the new version may get no batch in it. "
            + "Let it bake for several windows, or shorten MaximumBatchingWindowInSeconds.";
    }

    private static IEnumerable<string> OfRetries(IReadOnlyList<EventSource> streams)
    {
        var again = streams.Where(stream => stream.Retries != 0).ToList();
        if (again.Count > 0)
        {
            var most = again.All(stream => stream.Retries is not null)
                ? $"up to {again.Max(stream => stream.Retries)} times"
                : "until they succeed or expire";
            yield return $"Lambda tries failed records of {Named(again)} again, {most}, "
                + "and each time either version may get them: what only the new version fails may succeed at the old one. "
                + "Each try that fails counts as an error all the same, and both versions may see a record twice.";
        }
        foreach (var once in streams.Where(stream => stream.Retries == 0).GroupBy(stream => stream.HasDestination))
        {
            yield return $"Lambda never tries records of {Named([.. once])} again: what the new version fails of its share "
                + (once.Key ? "goes to the on-failure destination, to be brought back by hand." : "is lost.");
        }
    }

    // Whoever compares a metric of their own has thought of it.
    private static IEnumerable<string> OfItems(RolloutRequest request, IReadOnlyList<EventSource> sources)
    {
        if (sources.Count == 0 || request.Analysis is { Metrics.Count: > 0 }) yield break;
        yield return $"The function may give back single items of {Named(sources)} in batchItemFailures, "
            + "and Lambda counts that as success: a new version that gives back all of them looks healthy. "
            + "Compare them with analysis.metrics [{ \"preset\": \"batch-item-failures\" }]: docs/errors.md.";
    }

    private static IEnumerable<string> OfState(IReadOnlyList<EventSource> sources)
    {
        if (sources.Count == 0) yield break;
        yield return $"In a tumbling window of {Named(sources)} an invocation hands its state to the next, "
            + "which may be the other version's: each must understand the other's.";
    }

    private static string Named(IReadOnlyList<EventSource> sources)
    {
        var names = sources.Take(MostNamed).Select(Title).ToList();
        var more = sources.Count - names.Count;
        return more > 0 ? $"{string.Join(", ", names)} and {more} more"
            : names.Count == 1 ? names[0]
            : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private static string Title(EventSource source)
    {
        var parts = source.Arn?.Split(':', 6) ?? [];
        var path = parts.ElementAtOrDefault(5)?.Split('/') ?? [];
        return (source.Service, path) switch
        {
            ("sqs", [var queue]) => $"the queue {Quoted.Name(queue)}",
            ("kinesis", ["stream", var stream, ..]) => $"the stream {Quoted.Name(stream)}",
            ("dynamodb", ["table", var table, "stream", ..]) => $"the table {Quoted.Name(table)}",
            (_, []) => "a Kafka cluster",
            _ => Quoted.Of(source.Arn!),
        };
    }
}
