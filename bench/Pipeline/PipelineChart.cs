using Canary.Bench.Charts;

namespace Canary.Bench.Pipeline;

/// <summary>All judges in the whole path, as a picture.</summary>
internal static class PipelineChart
{
    public static void Save(IReadOnlyList<Findings> findings, string path)
    {
        JudgeChart.Save(
            path,
            "With CloudWatch's metrics as they come, late and in parts: what each judge rolls back",
            PipelineBenchmark.Judges,
            Question.Percent("Healthy releases\nin an outage of both", Share("A1.8")),
            Question.Percent("Healthy releases whose\nfailures come together", Share("C1")),
            Question.Percent("Caught: 0.2 to 1 %\n", Share("AP3.7")),
            new(
                "Requests lost to a release\nthat fails them all",
                "requests (mean, 50 rps)",
                judge => Of("AP1.7", judge).Failed,
                [0, 250, 500, 750]));

        Func<string, double> Share(string id) => judge => Of(id, judge).RolledBack;

        Tally Of(string id, string judge) => findings.First(found => found.Cell.Id == id).Of(judge)!;
    }
}
