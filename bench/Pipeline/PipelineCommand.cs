using System.Globalization;

namespace Canary.Bench.Pipeline;

/// <summary>The command <c>pipeline</c>.</summary>
internal static class PipelineCommand
{
    public static int Run(string[] args)
    {
        int? runs = Option(args, "--runs") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
        foreach (var (cell, tally) in new PipelineBenchmark(runs, Option(args, "--only")).Run())
        {
            var met = cell.Goals.Count == 0 ? "" : cell.Goals.All(goal => goal.IsMet(tally)) ? "  met" : "  MISSED";
            Console.WriteLine($"{cell.Title,-90} {tally}{met}");
            if (cell.Id[0] == 'K') Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"   seconds from the shift: mean {tally.MeanSeconds:0.0}, 95 % {tally.Seconds(.95)}, most {tally.Seconds(1)}"));
        }
        return 0;
    }

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
