using Canary.Bench.Judges;
using Canary.Bench.Traffic;

namespace Canary.Bench.Detection;

/// <summary>Lets all judges judge the same traffic, many times over with fixed seeds.</summary>
internal sealed class DetectionBenchmark(bool quick)
{
    private static readonly IJudge Own = new CanaryJudge();

    /// <summary>Every judge, Canary's own first.</summary>
    public static IReadOnlyList<IJudge> Judges { get; } =
        [Own, new Kayenta(), new Flagger(), new Argo(), new RateAlarm(), new SamExampleAlarm(), new AnyError()];

    /// <summary>Rollouts of each scenario.</summary>
    public int Runs => quick ? 1_000 : 4_000;

    public IEnumerable<Findings> Run() => Scenarios.All.Select(Run);

    private Findings Run(Scenario scenario, int index)
    {
        var judges = JudgesOf(scenario);
        var looks = new (Run Run, int? Look)[judges.Count, Runs];
        Parallel.For(0, Runs, i =>
        {
            var run = scenario.Course.Draw(new Dice(((ulong)index << 32) + (ulong)i));
            for (var j = 0; j < judges.Count; j++) looks[j, i] = (run, judges[j].RollsBackAt(run));
        });
        return new(
            scenario,
            judges.Select((judge, j) => (judge.Name, Runs: Enumerable.Range(0, Runs).Select(i => looks[j, i]).ToList()))
                .ToDictionary(pair => pair.Name, pair => new Tally(pair.Runs, scenario.RegressionFrom ?? 0)));
    }

    private IReadOnlyList<IJudge> JudgesOf(Scenario scenario) => scenario switch
    {
        { Course.Slower: not null } => [new LatencyJudge()],
        { Id: "B11" } when !quick => [.. Judges, new ObservedShare()],
        { ForAll: true } when !quick => Judges,
        _ => [Own],
    };
}
