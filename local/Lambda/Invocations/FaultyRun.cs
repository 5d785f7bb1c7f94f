using Canary.Local.Clocks;
using Canary.Local.Faults;
using Canary.Local.Lambda.Environments;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.Invocations;

/// <summary>Runs invocations that a fault on demand strikes.</summary>
internal sealed class FaultyRun(Fault fault, Admission admission, HeldClock clock, CancellationToken closing)
{
    private const int Crash = 1;

    /// <summary>The answer that the caller gets.</summary>
    /// <exception cref="NoAnswerException">The caller gets none.</exception>
    public async Task<EnvironmentAnswer> RunAsync()
    {
        var id = admission.Invocation.RequestId;
        var limit = TimeSpan.FromSeconds(admission.Version.Definition.TimeoutSeconds);
        switch (fault.Kind)
        {
            case FaultKind.Late:
                await PassAsync(fault.Delay);
                return await admission.Pool.InvokeAsync(admission.Invocation);
            case FaultKind.Slow:
                var answer = await admission.Pool.InvokeAsync(admission.Invocation);
                await PassAsync(fault.Delay);
                return answer with { Duration = answer.Duration + fault.Delay };
            case FaultKind.TimeOutAfter or FaultKind.CrashAfter or FaultKind.LostResponse:
                await admission.Pool.InvokeAsync(admission.Invocation);
                break;
            default:
                admission.Pool.Leave();
                break;
        }
        if (fault.Kind is FaultKind.TimeOutBefore or FaultKind.TimeOutAfter) await PassAsync(limit);
        return fault.Kind switch
        {
            FaultKind.TimeOutBefore or FaultKind.TimeOutAfter =>
                Failed(FunctionFault.TimedOut(id, (int)limit.TotalSeconds), limit),
            FaultKind.CrashBefore or FaultKind.CrashAfter => Failed(FunctionFault.Exited(id, Crash), TimeSpan.Zero),
            FaultKind.UnknownError => Failed("{}"u8.ToArray(), TimeSpan.Zero),
            _ => throw new NoAnswerException(fault.Kind, new ApiCall(ApiCall.Function, admission.Function.Name)),
        };
    }

    private static EnvironmentAnswer Failed(byte[] document, TimeSpan took) => new(document, Failed: true, "", took);

    private Task PassAsync(TimeSpan time) => clock.WaitUntilAsync(clock.Now + time, closing);
}
