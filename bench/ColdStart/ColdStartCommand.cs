using System.Runtime.InteropServices;
using Canary.Bench.Charts;

namespace Canary.Bench.ColdStart;

/// <summary>The command <c>coldstart</c>.</summary>
internal static class ColdStartCommand
{
    private const int Rounds = 25;

    /// <returns>0 if the native one met its goals, 1 if not, 2 if it could not be measured.</returns>
    public static async Task<int> RunAsync()
    {
        if (!OperatingSystem.IsLinux())
        {
            Console.Error.WriteLine("Lambda runs on Linux, and so does this benchmark.");
            return 2;
        }
        try
        {
            var found = await MeasureAsync([.. Packages.Publish(), Starter.Python]);
            Console.WriteLine(ColdStartReport.Table(found));
            File.WriteAllText(Path.Combine(Results.Folder, "coldstart.md"), ColdStartReport.Of(found, Machine()));
            Console.WriteLine($"Written: coldstart.md in {Results.Folder}.");
            var met = ColdStartReport.MeetsGoals(found);
            Console.WriteLine(met ? "The native Lambda met its goals." : "The native Lambda missed its goals.");
            return met ? 0 : 1;
        }
        catch (ColdStartFault fault)
        {
            Console.Error.WriteLine(fault.Message);
            return 2;
        }
    }

    private static async Task<IReadOnlyList<ColdStartFindings>> MeasureAsync(IReadOnlyList<Starter> starters)
    {
        using var endpoint = new Endpoint(await PublishVersionEvent.TakeAsync());
        var starts = starters.ToDictionary(starter => starter, _ => new List<Start>());
        // The first round brings the files into memory and is not counted. What comes after what changes with each round.
        for (var round = 0; round <= Rounds; round++)
        {
            for (var turn = 0; turn < starters.Count; turn++)
            {
                var starter = starters[(round + turn) % starters.Count];
                var start = await OneStart.MeasureAsync(starter, endpoint);
                if (round > 0) starts[starter].Add(start);
            }
        }
        return [.. starters.Select(starter => new ColdStartFindings(
            starter, starts[starter], starter.Package is { } package ? Packages.Zipped(package) : null))];
    }

    private static string Machine() => $"{Environment.ProcessorCount} cores ({RuntimeInformation.ProcessArchitecture})";
}
