using Canary.Bench.Traffic;

namespace Canary.Bench.Judges;

/// <summary>
/// AWS's sample aws-lambda-deploy, from which Canary descends: its health check wants no Errors of the
/// alias and the new version in the last minute.
/// </summary>
internal sealed class AnyError : IJudge
{
    public string Name => "any error";

    public int? RollsBackAt(Run run) => Strikes.Reach(1, run, look => look.Candidate.Bad > 0);
}
