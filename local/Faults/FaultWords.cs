namespace Canary.Local.Faults;

/// <summary>All kinds of faults with their words.</summary>
public static class FaultWords
{
    /// <summary>In the order in which help lists them.</summary>
    public static IReadOnlyList<FaultWord> All { get; } =
    [
        new(FaultKind.Throttle, "throttle", "the service's throttling error; no effect"),
        new(FaultKind.ServerError, "server-error", "the service's internal error, 500; no effect"),
        new(FaultKind.Unavailable, "unavailable", "503; no effect"),
        new(FaultKind.AccessDenied, "access-denied", "the role may not do this; no effect"),
        new(FaultKind.Expired, "expired", "the caller's credentials have expired; no effect", Functions: false),
        new(FaultKind.TimeOutBefore, "time-out-before", "no effect, no answer; a function runs out of time before its handler"),
        new(FaultKind.TimeOutAfter, "time-out-after", "the effect, no answer; a function runs out of time after its handler"),
        new(FaultKind.LostResponse, "lost-response", "the effect; the connection is cut before the answer"),
        new(FaultKind.ConnectionRefused, "connection-refused", "the connection is cut at once; no effect"),
        new(FaultKind.Slow, "slow", "the effect at once, the answer so much later", NeedsDelay: true),
        new(
            FaultKind.Late,
            "late",
            "the effect, and then the answer, so much later, even if nobody waits for it any more",
            Metrics: true,
            NeedsDelay: true),
        new(FaultKind.Stale, "stale", "reads answer as before a write: so many after it, or for so long", Functions: false),
        new(FaultKind.CrashBefore, "crash-before", "the process ends before the handler", Calls: false),
        new(FaultKind.CrashAfter, "crash-after", "the process ends after the handler, which has done everything", Calls: false),
        new(FaultKind.UnknownError, "unknown-error", "the function fails without an error type; nothing was done", Calls: false),
        new(FaultKind.Missing, "missing", "the metric's data are lost", Calls: false, Functions: false, Metrics: true),
    ];

    /// <summary>The word of a kind.</summary>
    public static FaultWord Of(FaultKind kind) => All.First(word => word.Kind == kind);
}
