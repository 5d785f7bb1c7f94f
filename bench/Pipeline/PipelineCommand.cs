using System.Globalization;

namespace Canary.Bench.Pipeline;

/// <summary>The command <c>pipeline</c>.</summary>
internal static class PipelineCommand
{
    public static int Run(string[] args)
    {
        var runs = Option(args, "--runs") is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : 2_000;
        foreach (var tally in new PipelineBenchmark(runs, Option(args, "--only")).Run())
        {
            Console.WriteLine(tally);
        }
        return 0;
    }

    private static string? Option(string[] args, string name) =>
        Array.IndexOf(args, name) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
}
