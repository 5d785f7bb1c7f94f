using Canary.Bench.Traffic;

namespace Canary.Bench.Judges;

/// <summary>Canary's judge without its care for the minute in which the weight changes: what that care is worth.</summary>
internal sealed class ObservedShare : IJudge
{
    public string Name => "Canary, observed share";

    public int? RollsBackAt(Run run) =>
        new CanaryJudge().RollsBackAt(run with { Looks = [.. run.Looks.Select(look => look with { LargestShare = 0 })] });
}
