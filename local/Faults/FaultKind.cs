namespace Canary.Local.Faults;

/// <summary>What goes wrong. <see cref="FaultWords"/> has the words for them, and where each can strike.</summary>
public enum FaultKind
{
    /// <summary>The service's own throttling error. No effect.</summary>
    Throttle,

    /// <summary>The service's own internal error, status 500. No effect.</summary>
    ServerError,

    /// <summary>Status 503. No effect.</summary>
    Unavailable,

    /// <summary>The caller's role may not do this. No effect.</summary>
    AccessDenied,

    /// <summary>The caller's credentials have expired. No effect.</summary>
    Expired,

    /// <summary>No effect and no answer. A function runs out of its time before its handler did anything.</summary>
    TimeOutBefore,

    /// <summary>The effect, but no answer. A function runs out of its time after its handler has done everything.</summary>
    TimeOutAfter,

    /// <summary>The effect; then the connection is cut in place of an answer.</summary>
    LostResponse,

    /// <summary>The connection is refused or cut at once. No effect.</summary>
    ConnectionRefused,

    /// <summary>The effect at once, the answer later.</summary>
    Slow,

    /// <summary>The effect itself comes later, and then the answer, even if the caller has long given up: the zombie.</summary>
    Late,

    /// <summary>A read answers as before the last write.</summary>
    Stale,

    /// <summary>A function's process ends before its handler did anything.</summary>
    CrashBefore,

    /// <summary>A function's process ends after its handler has done everything.</summary>
    CrashAfter,

    /// <summary>A function fails without saying how, before its handler did anything.</summary>
    UnknownError,

    /// <summary>A metric's data are lost.</summary>
    Missing,
}
