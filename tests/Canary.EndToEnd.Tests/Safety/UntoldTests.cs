using System.Text.RegularExpressions;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Reports;
using Canary.EndToEnd.Tests.Safety.Worlds;
using Canary.Local.Faults;
using FsCheck.Fluent;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>A rollout of which nobody hears: it is the same rollout.</summary>
public partial class UntoldTests
{
    [Theory]
    [InlineData(FaultKind.Throttle)]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.AccessDenied)]
    [InlineData(FaultKind.ConnectionRefused)]
    [InlineData(FaultKind.TimeOutBefore)]
    [InlineData(FaultKind.LostResponse)]
    public async Task AnyRollout_NoEventIsSent_IsAsIfAllWere(FaultKind kind)
    {
        foreach (var script in Scripts.Plain.Sample(8))
        {
            var told = await Play.RunAsync(script);
            var untold = await Play.RunAsync(
                script with { Faults = [.. script.Faults, Scripts.Given("events", "PutEvents", kind, 1, 999)] });

            Assert.Equal(Course(told), Course(untold));
            Assert.Equal(kind == FaultKind.LostResponse ? told.News.Count : 0, untold.News.Count);
        }
    }

    // Each run has other names for its executions and its requests.
    private static IEnumerable<string> Course(Report report)
    {
        string[] lines = [.. report.Changes.Select(change => $"{change}"), .. report.Rollouts.Select(ended => $"{ended}")];
        return lines.Select(line => Name().Replace(line, "*"));
    }

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Name();
}
