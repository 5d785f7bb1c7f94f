namespace Canary.Bench.Charts;

/// <summary>Where the benchmarks write.</summary>
internal static class Results
{
    public static string Folder =>
        Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "../../../results")).FullName;
}
