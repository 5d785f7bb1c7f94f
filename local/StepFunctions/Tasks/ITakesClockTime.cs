using Canary.Local.Lambda.Invocations;

namespace Canary.Local.StepFunctions.Tasks;

/// <summary>
/// An <see cref="IFunctionInvoker"/> whose functions take time on the clock. A process takes real time, and virtual time stands
/// still meanwhile; this is how a test, or a rehearsal without processes, shows a function that is slow. The effect comes first,
/// then the time passes.
/// </summary>
public interface ITakesClockTime
{
    /// <summary>How long an invocation of this function takes, from its start to its answer.</summary>
    /// <param name="function">As the state's parameters name it.</param>
    TimeSpan TimeOf(string function);
}
