namespace Canary.Bench.Pipeline;

/// <summary>What a cell's rollouts came to.</summary>
/// <param name="Cell">The cell.</param>
/// <param name="Own">By Canary.</param>
/// <param name="Others">By the other judges, by their names.</param>
/// <param name="IsQuick">Whether there were few rollouts: then chance is allowed for.</param>
internal sealed record Findings(Cell Cell, Tally Own, IReadOnlyDictionary<string, Tally> Others, bool IsQuick)
{
    public bool MeetsGoals => Cell.Goals.All(goal => goal.IsMet(this));

    /// <summary>The tally of Canary or another judge; null where it was not asked.</summary>
    public Tally? Of(string judge) => judge == PipelineBenchmark.Own ? Own : Others.GetValueOrDefault(judge);
}
