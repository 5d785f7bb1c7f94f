using Canary.Local.Wire;

namespace Canary.Local.Faults;

/// <summary>What a fault must be like to be able to strike.</summary>
internal static class FaultRules
{
    /// <summary>The reads of which it is known how they were before the last write.</summary>
    public static readonly IReadOnlyList<string> StaleReads = [
        "lambda:GetAlias", "lambda:GetFunction", "lambda:GetFunctionConfiguration",
    ];

    /// <summary>Everything that is wrong with it.</summary>
    public static IEnumerable<string> Problems(Fault fault)
    {
        var word = FaultWords.Of(fault.Kind);
        var fits = fault.Service switch { ApiCall.Function => word.Functions, ApiCall.Metric => word.Metrics, _ => word.Calls };
        if (!fits)
        {
            var fitting = string.Join(", ", Fitting(fault.Service));
            yield return $"\"{word.Word}\" does not strike {Where(fault.Service)}. What does: {fitting}";
        }
        if (fault.From < 1) yield return $"it starts at call {fault.From}: the first call is 1";
        if (fault.Times < 1) yield return $"it strikes {fault.Times} times: once is the least";
        if (fault.Probability is not (> 0 and <= 1))
            yield return FormattableString.Invariant($"its probability is {fault.Probability}: above 0, at most 1");
        else if (fault.Probability < 1 && fault.Random is null)
            yield return "it has a probability, but nothing to draw from: give it a seeded Random";
        if (fault.Delay < TimeSpan.Zero) yield return $"its duration is {fault.Delay}: time does not run backwards";
        if (word.NeedsDelay && fault.Delay == TimeSpan.Zero) yield return $"\"{word.Word}\" needs a duration, such as 30s";
        if (fault.Kind != FaultKind.Stale) yield break;
        if (!StaleReads.Contains($"{fault.Service}:{fault.Operation}"))
            yield return $"stale reads exist for {string.Join(", ", StaleReads)} only";
        var (hasTimes, hasDelay) = (fault.Times is not null, fault.Delay != TimeSpan.Zero);
        if (hasTimes == hasDelay)
            yield return "\"stale\" needs either a number of reads, such as x2, or a duration, such as 30s";
    }

    private static IEnumerable<string> Fitting(string service) => FaultWords.All
        .Where(word => service switch { ApiCall.Function => word.Functions, ApiCall.Metric => word.Metrics, _ => word.Calls })
        .Select(word => word.Word);

    private static string Where(string service) => service switch
    {
        ApiCall.Function => "invocations of a function",
        ApiCall.Metric => "metrics",
        _ => "calls of an API",
    };
}
