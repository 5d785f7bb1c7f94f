using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.Faults;
using Canary.Local.Lambda.Environments;
using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Functions;
using Canary.Local.Lambda.Model;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Invocations;

/// <summary>Lets invocations in, draws the version of a weighted alias, runs them and counts them.</summary>
/// <param name="store">The account's functions.</param>
/// <param name="fleet">Where they run.</param>
/// <param name="metrics">Takes what is counted.</param>
/// <param name="random">Draws versions.</param>
/// <param name="faults">What goes wrong on demand.</param>
internal sealed class Invoker(
    FunctionStore store, Fleet fleet, IMetricSink metrics, Random random, FaultRegistry faults) : IDisposable
{
    private readonly CancellationTokenSource _closing = new();

    /// <summary>
    /// Resolves the name, draws the version, checks its state and takes a place, which <see cref="RunAsync"/> gives back.
    /// </summary>
    /// <exception cref="AwsException">Not found, not ready, or throttled.</exception>
    public Admission Admit(
        string function, string? qualifier, ReadOnlyMemory<byte> payload, string? clientContext = null, string? requestId = null)
    {
        PayloadRules.Check(payload);
        lock (store.Gate)
        {
            var reference = store.Parse(function, qualifier);
            var arn = store.Arn(reference.Name, reference.Qualifier);
            var record = store.Require(reference, reference.Qualifier ?? VersionRecord.Latest);
            var alias = reference.Qualifier is null ? null : record.Aliases.GetValueOrDefault(reference.Qualifier);
            var number = alias is null ? reference.Qualifier ?? VersionRecord.Latest : alias.Draw(random);
            var version = Runnable(record, record.Version(number) ?? throw LambdaErrors.FunctionNotFound(arn));
            var counters = new InvocationMetrics(
                metrics, store.Now, record.Name, reference.Qualifier, alias is null ? null : number);
            var fault = Strike(record, reference.Qualifier, counters);
            var provisioned = record.ProvisionedFor(version.Number, store.Now);
            var isProvisioned = version.InFlightProvisioned < provisioned;
            // What is provisioned is taken from what is reserved: it is not there for the rest.
            if (!isProvisioned
                && record.InFlight - record.InFlightProvisioned >= record.ReservedConcurrency - record.TotalProvisioned)
                throw Throttle(counters, "ReservedFunctionConcurrentInvocationLimitExceeded");
            var pool = fleet.Of(version);
            if (!pool.TryEnter()) throw Throttle(counters, "ConcurrentInvocationLimitExceeded");
            Count(record, version, isProvisioned, 1);
            if (provisioned > 0) counters.Provisioned(isSpillover: !isProvisioned);
            var invocation = new Invocation(
                requestId ?? Guid.NewGuid().ToString(), arn, payload.IsEmpty ? "{}"u8.ToArray() : payload, clientContext);
            return new Admission(record, version, pool, invocation, counters, record.InFlight, isProvisioned, fault);
        }
    }

    /// <param name="admission">From <see cref="Admit"/>.</param>
    /// <param name="clock">Held for this invocation.</param>
    public async Task<InvocationResult> RunAsync(Admission admission, HeldClock clock)
    {
        try
        {
            var answer = admission.Fault is { } fault
                ? await new FaultyRun(fault, admission, clock, _closing.Token).RunAsync()
                : await admission.Pool.InvokeAsync(admission.Invocation);
            admission.Metrics.Ran(answer, admission.Concurrency);
            var error = answer.Failed ? "Unhandled" : null;
            return new InvocationResult(
                admission.Invocation.RequestId, admission.Version.Number, answer.Payload, error, answer.LogTail);
        }
        finally
        {
            lock (store.Gate) Count(admission.Function, admission.Version, admission.IsProvisioned, -1);
        }
    }

    /// <summary>Checks what an invocation would be refused for, and runs nothing.</summary>
    public void DryRun(string function, string? qualifier)
    {
        lock (store.Gate)
        {
            var reference = store.Parse(function, qualifier);
            var record = store.Require(reference, reference.Qualifier ?? VersionRecord.Latest);
            if (reference.Qualifier is { } named && !record.Aliases.ContainsKey(named) && record.Version(named) is null)
                throw LambdaErrors.FunctionNotFound(store.Arn(record.Name, named));
        }
    }

    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <summary>The fault that the invocation is to meet, unless it is a refusal, which is thrown.</summary>
    private Fault? Strike(FunctionRecord function, string? qualifier, InvocationMetrics counters)
    {
        if (faults.IsEmpty) return null;
        var call = new ApiCall(ApiCall.Function, function.Name, qualifier);
        if (faults.Take(call) is not { } fault) return null;
        if (fault.Kind == FaultKind.Throttle) throw Throttle(counters, "ConcurrentInvocationLimitExceeded");
        if (fault.Kind == FaultKind.ConnectionRefused) throw new NoAnswerException(fault.Kind, call);
        return ServiceErrors.Of(fault.Kind, call, store.Account) is { } refusal ? throw refusal : fault;
    }

    private static void Count(FunctionRecord function, VersionRecord version, bool isProvisioned, int change)
    {
        function.InFlight += change;
        if (!isProvisioned) return;
        function.InFlightProvisioned += change;
        version.InFlightProvisioned += change;
    }

    private static AwsException Throttle(InvocationMetrics counters, string reason)
    {
        counters.Throttled();
        return LambdaErrors.Throttled(reason);
    }

    private VersionRecord Runnable(FunctionRecord function, VersionRecord version)
    {
        // While $LATEST is being updated, invocations go on using what it was.
        var current = version.IsSettled(store.Now) ? version : version.Replaced ?? version;
        if (version.IsSettled(store.Now) && version.Replaced is { } replaced) fleet.Retire(replaced);
        switch (current.StateAt(store.Now))
        {
            case "Active":
                return current;
            case "Inactive":
                current.Condition = new(
                    "Pending",
                    "The function is being restored.",
                    "Restoring",
                    store.Now + store.LifecycleOf(function).RestoreDelay);
                throw LambdaErrors.Inactive();
            case "Pending" when current.Definition.SnapStart && current.Number != VersionRecord.Latest:
                throw LambdaErrors.SnapshotPending();
            case var state:
                throw LambdaErrors.InState(state);
        }
    }
}
