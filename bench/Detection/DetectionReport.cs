namespace Canary.Bench.Detection;

/// <summary>The benchmark as a file to read. It has no times and no machine in it: the same code writes the same file.</summary>
internal static class DetectionReport
{
    public static string Of(IReadOnlyList<Findings> findings, DetectionBenchmark benchmark) => $"""
        # Detection benchmark

        Written by `dotnet run --project bench -- detection`. Every number is simulated, with fixed seeds:
        {benchmark.Runs:N0} rollouts of each scenario.
        All judges see the same traffic and look once a minute, unless a scenario says otherwise.
        Requests are Poisson, the candidate's part of them and the failures binomial;
        180 minutes of history come from the same model.
        The plan is 10 % for 10 minutes, then 50 % for 10 minutes ("two steps"), or 10 to 90 % in steps of a minute ("linear").
        The other judges are written from their public descriptions, with the numbers of their own examples:
        see the comments in `bench/Judges`.

        ![All judges side by side](detection.png)

        ## In short

        The numbers are there at the end of each minute; CloudWatch's come a minute or two later,
        which every judge waits for alike.
        The first two columns are means over 1 to 1,000 requests a second, the others are at 100.
        The first two should be 0, the next two 100 %.

        {ComparisonTables.InShort(findings)}

        ## All judges

        {ComparisonTables.All(findings)}
        ## Targets of Canary's judge

        {TargetTable.Header}
        {string.Join('\n', findings.Select(TargetTable.Line))}

        """;
}
