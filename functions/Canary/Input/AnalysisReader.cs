using System.Globalization;
using System.Text.Json;
using Canary.Rollouts;
using Canary.Rollouts.Plans;
using Canary.Wording;

namespace Canary.Input;

/// <summary>Reads the input's analysis.</summary>
internal static class AnalysisReader
{
    private const int LongestWait = 6 * 60 * 60;

    private static readonly string[] Fields =
        [
            "errors", "latency", "metrics", "minimumRequests", "onInconclusive", "waitSeconds", "afterWait",
            "onUnreadable", "approvalSeconds", "dryRun", "promoteEarly",
        ];

    private static readonly Dictionary<string, OnInconclusive> Policies = new()
    {
        ["promote"] = OnInconclusive.Promote,
        ["wait"] = OnInconclusive.Wait,
        ["approve"] = OnInconclusive.Approve,
        ["rollback"] = OnInconclusive.Rollback,
    };

    private static readonly Dictionary<string, AfterWait> AfterWaits = new()
    {
        ["evidence"] = AfterWait.Evidence,
        ["promote"] = AfterWait.Promote,
        ["approve"] = AfterWait.Approve,
        ["rollback"] = AfterWait.Rollback,
    };

    private static readonly Dictionary<string, OnUnreadable> Unreadables = new()
    {
        ["rollback"] = OnUnreadable.Rollback,
        ["promote"] = OnUnreadable.Promote,
        ["approve"] = OnUnreadable.Approve,
    };

    /// <returns>What it asks for; null where it is turned off, or cannot be read at all.</returns>
    public static AnalysisRequest? Read(FieldReader input, List<string> faults)
    {
        var defaults = new AnalysisRequest();
        if (input.Find("analysis") is not { } value || value.ValueKind == JsonValueKind.True) return defaults;
        if (value.ValueKind == JsonValueKind.False) return null;
        if (value.ValueKind != JsonValueKind.Object)
        {
            faults.Add($"analysis is {Quoted.Of(value)}. It must be false, to watch the alarms only, "
                + "or an object such as {\"onInconclusive\": \"wait\"}.");
            return null;
        }
        var before = faults.Count;
        var fields = new FieldReader(value, "analysis.", faults, Fields);
        var request = new AnalysisRequest
        {
            Errors = ToleranceReader.Read(fields, "errors", defaults.Errors!, faults),
            Latency = ToleranceReader.Read(fields, "latency", defaults.Latency!, faults),
            Metrics = CustomMetricReader.Read(fields, faults),
            MinimumRequests = Whole(fields, "minimumRequests", 1, 1_000_000, "requests of each version")
                ?? (int)defaults.MinimumRequests,
            OnInconclusive = Word(fields, "onInconclusive", Policies) ?? defaults.OnInconclusive,
            WaitSeconds = Whole(fields, "waitSeconds", 0, LongestWait, "seconds") ?? defaults.WaitSeconds,
            AfterWait = Word(fields, "afterWait", AfterWaits) ?? defaults.AfterWait,
            ApprovalSeconds = Whole(fields, "approvalSeconds", 1, Limits.TotalBakeSeconds, "seconds") ?? defaults.ApprovalSeconds,
            DryRun = fields.Flag("dryRun", "true, to be told only what the analysis would do, or false") ?? false,
            PromoteEarly = fields.Flag(
                "promoteEarly", "true, to end each step once the candidate is shown to be harmless, or false") ?? false,
        };
        // Who wants to be asked where there is no verdict wants it all the more where nothing can be read.
        request = request with
        {
            OnUnreadable = Word(fields, "onUnreadable", Unreadables)
                ?? (request.AsksWithoutVerdict ? OnUnreadable.Approve : defaults.OnUnreadable),
        };
        // What does not fit together is told only of values that could be read: else one slip would be several faults.
        if (faults.Count == before) FindFaults(fields, request);
        return request;
    }

    private static void FindFaults(FieldReader fields, AnalysisRequest request)
    {
        if (request is { Errors: null, Latency: null, Metrics.Count: 0 })
            fields.Fault("analysis judges neither errors nor latency nor metrics. Give one of them, or analysis: false.");
        if (fields.Has("afterWait") && request.OnInconclusive != OnInconclusive.Wait)
        {
            fields.Fault($"analysis.afterWait is {Quoted.Of(fields.Find("afterWait")!.Value)} without onInconclusive \"wait\". "
                + "Add that, or leave afterWait out.");
        }
        if (fields.Has("approvalSeconds") && !request.MayAsk)
        {
            fields.Fault($"analysis.approvalSeconds is {request.ApprovalSeconds}, "
                + "but none of onInconclusive, afterWait and onUnreadable is \"approve\". "
                + "Set one of them, or leave it out.");
        }
        if (request is { OnInconclusive: OnInconclusive.Wait, WaitSeconds: 0 })
            fields.Fault("analysis.waitSeconds is 0 with onInconclusive \"wait\". Give 1 or more, or another onInconclusive.");
    }

    private static int? Whole(FieldReader fields, string name, int least, int most, string what) =>
        (int?)fields.Number(name, least, most, 0, string.Create(
            CultureInfo.InvariantCulture, $"a whole number of {what} from {least} to {most:N0}"));

    private static T? Word<T>(FieldReader fields, string name, Dictionary<string, T> words)
        where T : struct, Enum => fields.Word(name, [.. words.Keys]) is { } word ? words[word] : null;
}
