using Canary.Local.Faults;
using Canary.Local.Lambda.Environments;
using Canary.Local.Lambda.Model;

namespace Canary.Local.Lambda.Invocations;

/// <summary>An invocation that was let in: a version was drawn and a place in its pool taken.</summary>
/// <param name="Function">The function, for its count of invocations in flight.</param>
/// <param name="Version">The version that is to run.</param>
/// <param name="Pool">Where it runs.</param>
/// <param name="Invocation">The event.</param>
/// <param name="Metrics">Where its metrics go.</param>
/// <param name="Concurrency">How many invocations of the function are in flight, with this one.</param>
/// <param name="IsProvisioned">Whether it runs on provisioned concurrency.</param>
/// <param name="Fault">What goes wrong with it on demand, or null.</param>
internal sealed record Admission(
    FunctionRecord Function,
    VersionRecord Version,
    EnvironmentPool Pool,
    Invocation Invocation,
    InvocationMetrics Metrics,
    int Concurrency,
    bool IsProvisioned,
    Fault? Fault);
