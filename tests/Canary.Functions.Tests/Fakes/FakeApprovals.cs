using Canary.Errors;
using Canary.Executions;

namespace Canary.Functions.Tests.Fakes;

/// <summary>How an execution stands at each look, one after the other; the last one stays.</summary>
internal sealed class FakeApprovals(params PendingApproval[] looks) : IApprovals
{
    /// <summary>The tokens that hold no longer.</summary>
    public HashSet<string> Expired { get; } = [];

    /// <summary>Why AWS denies to look; null where it does not.</summary>
    public string? Denial { get; init; }

    /// <summary>What the next calls are answered with, one after the other.</summary>
    public Queue<Exception> Faults { get; } = [];

    public int Looks { get; private set; }

    public List<(string TaskToken, string Output)> Answers { get; } = [];

    public Task<PendingApproval> FindAsync(string execution) =>
        Faults.TryDequeue(out var fault) ? throw fault
        : Denial is not null ? throw new AccessDenied(Denial) : Task.FromResult(looks[Math.Min(Looks++, looks.Length - 1)]);

    public Task<bool> AnswerAsync(string taskToken, string output)
    {
        if (Faults.TryDequeue(out var fault)) throw fault;
        if (Expired.Contains(taskToken)) return Task.FromResult(false);
        Answers.Add((taskToken, output));
        return Task.FromResult(true);
    }
}
