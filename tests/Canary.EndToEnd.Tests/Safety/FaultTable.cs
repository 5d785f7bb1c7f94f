using System.Globalization;
using System.Text;
using Canary.Local.Faults;
using Canary.Rollouts;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>Tries every fault at every place, once and for long, and tells in a table how each ended: the heart of docs/safety.md.</summary>
internal static class FaultTable
{
    private const int ForLong = 30;

    // Two steps, so that there is a shift before the fault and one after it, and somebody whose word every kind of state needs.
    private static readonly Script Calm = new()
    {
        Steps = [(10, 20), (50, 20)],
        Before = HookWord.Passes,
        Approval = 60,
        // Faults take time, so the word is given until somebody hears it.
        Acts = [.. Enumerable.Range(0, 12).Select(i => new Act(Moment.AtSecond(22 + 10 * i), Deed.Approve))],
    };

    // The first calls are the plan's. What fails there is refused, or has no plan; here the rollout is under way.
    private static readonly Dictionary<string, int> AfterThePlan = new()
    {
        ["lambda:GetAlias"] = 2,
        ["lambda:UpdateAlias"] = 3,
        ["lambda:PublishVersion"] = 1,
        ["lambda:GetFunction"] = 4,
        ["cloudwatch:DescribeAlarms"] = 2,
        ["cloudwatch:GetMetricData"] = 2,
    };

    /// <summary>What the alias was after each fault, as Markdown.</summary>
    public static string Write()
    {
        var text = new StringBuilder();
        foreach (var times in new[] { 1, ForLong })
        {
            Add(text, $"An API call that a Lambda makes fails {Times(times)}", Scripts.OfCalls, Scripts.Calls, call => call.Split(':')[1],
                (kind, call) => Scripts.Given(call.Split(':')[0], call.Split(':')[1], kind, AfterThePlan[call], times));
            Add(text, $"A Lambda fails {Times(times)}", Scripts.OfLambdas, Scripts.Lambdas, name => name,
                (kind, name) => Scripts.Given(ApiCall.Function, $"canary-{name}Function", kind, 1, times));
        }
        return text.ToString();
    }

    private static string Times(int times) => times == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{times} times in a row");

    private static void Add(StringBuilder text, string title, IReadOnlyList<FaultKind> kinds, IReadOnlyList<string> places, Func<string, string> name, Func<FaultKind, string, Fault> fault)
    {
        var cells = kinds.SelectMany(kind => places.Select(place => (kind, place))).AsParallel().AsOrdered()
            .Select(cell => (cell.kind, Ending: EndingOf(Calm with { Faults = [fault(cell.kind, cell.place)], Acts = NeedsRollback(cell.place) ? [new(Moment.AtSecond(5), Deed.Breach)] : Calm.Acts })))
            .ToLookup(cell => cell.kind, cell => cell.Ending);
        text.AppendLine(CultureInfo.InvariantCulture, $"### {title}").AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"| fault | {string.Join(" | ", places.Select(name))} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| --- | {string.Join(" | ", places.Select(_ => "---"))} |");
        foreach (var kind in kinds) text.AppendLine(CultureInfo.InvariantCulture, $"| `{FaultWords.Of(kind).Word}` | {string.Join(" | ", cells[kind])} |");
        text.AppendLine();
    }

    private static bool NeedsRollback(string place) => place == "Rollback";

    /// <summary>How it ended, and where the alias is. Nothing may be violated on the way.</summary>
    private static string EndingOf(Script script)
    {
        var report = Play.RunAsync(script).GetAwaiter().GetResult();
        Assert.True(!Invariants.Violations(report).Any(), string.Join('\n', Invariants.Violations(report)) + "\n" + report);
        var ended = report.Rollouts[0];
        var outcome = ended.Rollout?.Outcome.ToString() ?? (ended.Execution.Error == "RollbackFailed" ? "RollbackFailed" : "no plan");
        var alias = report.Last.Alias.State == new AliasState(World.Stable) ? "stable" : report.Last.Alias.State == new AliasState(World.Candidate) ? "candidate" : "?";
        return $"{outcome}: {alias}";
    }
}
