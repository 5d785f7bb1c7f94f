using Canary.Errors;
using Canary.Executions;
using Canary.Functions.Waits;

namespace Canary.Functions.Reads;

/// <summary>Reads which executions ended without success, a page after the other: there may be tens of thousands.</summary>
public sealed class EndedReader(IExecutions executions)
{
    // Of ListExecutions AWS takes 100 at once in its smaller Regions, and two more each second.
    private const int MostPages = 50;

    /// <summary>Those that are not settled. Where AWS takes no more calls, what is listed until then has to do.</summary>
    /// <param name="since">When they ended at the earliest.</param>
    /// <param name="memory">Knows those that are settled.</param>
    /// <param name="patience">How long each page may be tried again.</param>
    /// <param name="faults">Told where the lists are not whole.</param>
    public async Task<IReadOnlyList<EndedExecution>> ReadAsync(
        DateTimeOffset since, SweepMemory memory, Patience patience, ICollection<Exception> faults)
    {
        var (open, pages) = (new List<EndedExecution>(), 0);
        try
        {
            // Those that were stopped come first, and there are few.
            foreach (var status in Sweep.Unsuccessful)
            {
                string? next = null;
                do
                {
                    var token = next;
                    var page = await patience.TryAsync(() => executions.ListAsync(status, since, token));
                    open.AddRange(page.Executions.Where(one => !memory.IsSettled(one)));
                    next = ++pages < MostPages ? page.Next : null;
                }
                while (next is not null);
            }
        }
        catch (Throttled fault)
        {
            faults.Add(fault);
        }
        return open;
    }
}
