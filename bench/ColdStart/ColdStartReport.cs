using System.Globalization;

namespace Canary.Bench.ColdStart;

/// <summary>The benchmark as a file to read.</summary>
internal static class ColdStartReport
{
    public static string Of(IReadOnlyList<ColdStartFindings> all, string machine) => $"""
        # Benchmark of cold starts

        Written by `dotnet run -c Release --project bench -- coldstart`. It starts the process of the Lambda `PublishVersion`, as
        Lambda does for its first invocation, and measures the time until its answer: the runtime, the AWS client, one call of
        AWS (PublishVersion, answered by this machine at once) and the rollout's document back. The Python Lambda makes the same
        call with boto3. {all[0].Starts.Count} starts each, in turns, on {machine}. Times are the median, with the
        fastest and the slowest.

        {Table(all)}

        ## Goals

        - {Goal("time", TimeShare(all), ColdStartFindings.TimeGoal)}
        - {Goal("memory", MemoryShare(all), ColdStartFindings.MemoryGoal)}

        """;

    public static string Table(IReadOnlyList<ColdStartFindings> all)
    {
        var python = Named(all, Starter.PythonName);
        var rows = all.Select(found =>
            $"| {found.Starter.Name} | {Text($"{found.MedianMs:0} ({found.FastestMs:0} to {found.SlowestMs:0})")} | "
            + $"{Text($"{found.MedianMs / python.MedianMs:0.00}")} | {Text($"{found.MedianMb:0}")} | "
            + $"{Text($"{found.MedianMb / python.MedianMb:0.00}")} | "
            + $"{(found.PackageBytes is { } bytes ? Text($"{bytes / 1e6:0.0}") : "-")} |");
        return "| | start to answer, ms | over Python's | peak memory, MB | over Python's | package, MB |\n"
            + $"| --- | ---: | ---: | ---: | ---: | ---: |\n{string.Join('\n', rows)}";
    }

    public static bool MeetsGoals(IReadOnlyList<ColdStartFindings> all) =>
        TimeShare(all) <= ColdStartFindings.TimeGoal && MemoryShare(all) <= ColdStartFindings.MemoryGoal;

    private static string Goal(string what, double share, double goal) =>
        Text($"{(share <= goal ? "" : "**missed**, ")}native: its {what} over Python's {share:0.000} (at most {goal}).");

    private static double TimeShare(IReadOnlyList<ColdStartFindings> all) =>
        Named(all, Starter.NativeName).MedianMs / Named(all, Starter.PythonName).MedianMs;

    private static double MemoryShare(IReadOnlyList<ColdStartFindings> all) =>
        Named(all, Starter.NativeName).MedianMb / Named(all, Starter.PythonName).MedianMb;

    private static ColdStartFindings Named(IReadOnlyList<ColdStartFindings> all, string name) =>
        all.Single(found => found.Starter.Name == name);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
