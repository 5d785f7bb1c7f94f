using System.Globalization;
using System.Text;
using Canary.Aliases;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Reports;
using Canary.EndToEnd.Tests.Safety.Worlds;
using Canary.Local.Faults;
using Canary.Local.Wire;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>
/// Tries every fault at every place, once and for long, and tells in one table where it ended otherwise than the rule says:
/// the heart of docs/safety.md.
/// </summary>
internal static class FaultTable
{
    private const int ForLong = 30;

    // Two steps, so that there is a shift before the fault and one after it, and somebody whose word every kind of state needs.
    private static readonly Script Calm = new()
    {
        Steps = [(10, 20), (50, 20)],
        Before = HookWord.Passes,
        Approval = 60,
        // Faults take time, so the word is given until somebody hears it: also of a step that is held while the metrics cannot be
        // read. Approve answers that nothing waits yet, which is no fault that Lambda would repeat it for.
        Acts = [.. Approvals(32, every: 10)],
    };

    // An alarm that fires, and a Stop: what gives back is asked then only.
    private static readonly Script RolledBack = Calm with { Acts = [new(Moment.AtSecond(5), Deed.Breach)] };
    private static readonly Script Stopped = Calm with { Acts = [new(Moment.AtSecond(5), Deed.Stop)] };
    // Something comes after the promotion, which does not free the alias then.
    private static readonly Script Watched = Calm with { BakeAfterPromotion = 10 };
    // What nobody hears changes nothing.
    private static readonly Script Steered = Calm with
    {
        Acts = [new(Moment.AtSecond(5), Deed.Pause, Seconds: 20), .. Calm.Acts],
        ResumesAfterPause = true,
    };
    private static readonly Script Swept = Stopped with { LosesEvents = true };

    // Throttles take longer: each try again waits for two minutes at most.
    private static readonly IReadOnlyList<Act> Patience = [.. Approvals(80, every: 40)];

    private static readonly string[] PassThen = ["RolledBack: stable", "RolledBack: stable"];
    private static readonly string[] BackThen = ["ABORTED: stable", "ABORTED: stable"];
    private static readonly string[] Otherwise = ["Promoted: candidate", "Failed: stable"];

    private static readonly List<Place> Places =
    [
        // The first calls are the plan's. What fails there is refused, or has no plan; here the rollout is under way.
        Of("lambda:GetAlias", 2), Of("lambda:UpdateAlias", 3), Of("lambda:PublishVersion", 1), Of("lambda:GetFunction", 4),
        Of("cloudwatch:DescribeAlarms", 2), Of("cloudwatch:GetMetricData", 2),
        .. Scripts.Lambdas.Where(name => name is not ("Rollback" or "FreeAlias")).Select(name => Of(name)),
        Of("FreeAlias") with { Script = Watched },
        Of("Approve"),
        Of("Control") with { Script = Steered, Rule = ["Promoted: candidate", "Promoted: candidate"] },
        Of("Rollback") with { Script = RolledBack, Rule = PassThen },
        Of("RestoreAlias") with { Script = Stopped, Rule = BackThen },
        Of("states:GetExecutionHistory", 1) with { Script = Stopped, Rule = BackThen },
        Of("states:ListExecutions", 1) with { Script = Swept, Rule = BackThen },
    ];

    /// <summary>What the alias was after each fault, as Markdown.</summary>
    public static string Write()
    {
        var cells = (from times in new[] { 1, ForLong }
                     from place in Places
                     from kind in place.Kinds
                     select new Cell(times, place, kind)).ToList();
        var endings = cells.AsParallel().AsOrdered().Select(cell => EndingOf(cell.Script)).ToList();
        var others = cells.Zip(endings).Where(pair => pair.Second != pair.First.Rule).ToList();
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"{cells.Count} cells were played, {cells.Count - others.Count} ended as the rule says. The others:").AppendLine();
        text.AppendLine("| what fails | how often | how | the rollout ends as | the alias ends at |")
            .AppendLine("| --- | --- | --- | --- | --- |");
        foreach (var row in others.GroupBy(pair => (pair.First.Times, pair.First.Place, pair.Second)))
        {
            var kinds = row.Select(pair => pair.First.Kind).ToList();
            var all = row.Key.Place.Kinds.Where(kind => row.Key.Times == 1 || kind != FaultKind.Throttle).ToList();
            var how = kinds.SequenceEqual(all) ? "in any way"
                : kinds.Count == row.Key.Place.Kinds.Count ? "in any way, also by a throttle"
                : string.Join(", ", kinds.Select(kind => $"`{FaultWords.Of(kind).Word}`"));
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"| `{row.Key.Place.Name}` | {Often(row.Key.Times)} | {how} "
                + $"| {row.Key.Second.Replace(": ", " | ", StringComparison.Ordinal)} |");
        }
        return text.ToString();
    }

    private static IEnumerable<Act> Approvals(int count, int every) =>
        Enumerable.Range(0, count).Select(i => new Act(Moment.AtSecond(22 + every * i), Deed.Approve));

    private static string Often(int times) =>
        times == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{times} times in a row");

    private static Place Of(string lambda) =>
        new(lambda, ApiCall.Function, World.NameOf(lambda), 1, Scripts.OfLambdas, Calm, Otherwise);

    private static Place Of(string call, int from) =>
        new(call.Split(':')[1], call.Split(':')[0], call.Split(':')[1], from, Scripts.OfCalls, Calm, Otherwise);

    /// <summary>How it ended, and where the alias is. Nothing may be violated on the way.</summary>
    private static string EndingOf(Script script)
    {
        var report = Play.RunAsync(script).GetAwaiter().GetResult();
        Assert.True(!Invariants.Violations(report).Any(), string.Join('\n', Invariants.Violations(report)) + "\n" + report);
        var ended = report.Rollouts[0];
        var outcome = ended.Rollout?.Outcome.ToString() ?? (ended.Execution.Error is "RollbackFailed"
            ? "RollbackFailed"
            : ended.Execution.Error is "Operator" ? "ABORTED"
            : "no plan");
        var alias = report.Last.Alias.State == new AliasState(World.Stable)
            ? "stable"
            : report.Last.Alias.State == new AliasState(World.Candidate) ? "candidate"
            : "?";
        return $"{outcome}: {alias}";
    }

    /// <summary>Where something may fail.</summary>
    /// <param name="Name">As the page calls it.</param>
    /// <param name="Service">As faults name it.</param>
    /// <param name="Operation">As faults name it.</param>
    /// <param name="From">The first call that is struck.</param>
    /// <param name="Kinds">What can go wrong there.</param>
    /// <param name="Script">The rollout that gets there.</param>
    /// <param name="Rule">How it ends after one fault, and after many.</param>
    private sealed record Place(
        string Name, string Service, string Operation, int From, IReadOnlyList<FaultKind> Kinds, Script Script, string[] Rule);

    private sealed record Cell(int Times, Place Place, FaultKind Kind)
    {
        // A throttle is no fault: it is waited for, however often it comes.
        public string Rule => Place.Rule[Times == 1 || Kind == FaultKind.Throttle ? 0 : 1];

        public Script Script => Place.Script with
        {
            Acts = Times > 1 && Kind == FaultKind.Throttle && Place.Script == Calm ? Patience : Place.Script.Acts,
            Faults = [Scripts.Given(Place.Service, Place.Operation, Kind, Place.From, Times)],
        };
    }
}
