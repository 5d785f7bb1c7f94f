using System.Text.RegularExpressions;
using Canary.Local.Deploy;

namespace Canary.Bench.Cost;

/// <summary>The command <c>cost</c>.</summary>
internal static partial class CostCommand
{
    public static async Task<int> RunAsync()
    {
        Console.Write(await ReportAsync());
        return 0;
    }

    /// <summary>Plays every row.</summary>
    public static async Task<string> ReportAsync()
    {
        var rows = new List<(CostRow, Spent)>();
        foreach (var row in CostRow.InOrder) rows.Add((row, await CostRun.PlayAsync(row.Plan)));
        return CostReport.Of(rows, Alarms().Count(SourceTree.Find(AppContext.BaseDirectory).Read("template.yaml")));
    }

    [GeneratedRegex(@"^    Type: AWS::CloudWatch::Alarm$", RegexOptions.Multiline)]
    private static partial Regex Alarms();
}
