using System.Globalization;
using Canary.Local.StepFunctions.Model;

namespace Canary.Bench.Scale;

/// <summary>The benchmark as a file to read.</summary>
internal static class ScaleReport
{
    public static string Of(IReadOnlyList<ScaleFindings> findings) => $"""
        # Benchmark of many rollouts at once

        Written by `dotnet run -c Release --project bench -- scale`. It starts Canary's state machine on the embedded AWS, in
        virtual time: the Lambdas of production with their AWS clients, under the request quotas of a large Region. Each rollout
        has a function and an alarm of its own. One candidate in 20 is bad: its alarm fires some time after its first shift.
        One rollout in 50 is stopped. All others are healthy. Where no other plan is named, it is `Canary10Percent5Minutes`.

        Lambda's control plane takes {CallLog.ScarcePerSecond:0} calls a second, all but GetFunction and Invoke together: the
        scarce ones here. CloudWatch takes {CallLog.AlarmReadsPerSecond:0} DescribeAlarms a second. The limit is how long the
        scarce calls take if not one is throttled. Three numbers are the median, the 95th percentile and the most.

        ## What becomes of them

        {Table(
            [
                "", "as deserved", "endings", "duration over plan",
                "seconds from alarm to alias back", "from Stop to alias back", "goals met",
            ],
            findings.Select(found => Row(
            [
                found.Row.Name, Text($"{found.AsDeserved:N0} of {found.Releases.Count:N0}"), Endings(found),
                Spread(found.OverPlan, "0.00"), Spread(found.Returns(Fate.Bad)), Spread(found.Returns(Fate.Stopped)),
                found.Row.Goals.Count == 0 ? "" : found.MeetsGoals ? "yes" : "**no**",
            ])))}

        ## What they ask of AWS

        Prices are those of state transitions and of metrics read; Lambda and logs are extra.

        {Table(
            [
                "", "seconds between looks at the alarm", "over after, s", "limit, s", "share of scarce calls used",
                "of DescribeAlarms", "calls throttled", "scarce calls a rollout", "transitions a rollout", "dollars a rollout",
                "real seconds",
            ],
            findings.Select(found => Row(
            [
                found.Row.Name, Spread(found.Gaps),
                Text($"{found.Elapsed.TotalSeconds:N0}"), Text($"{found.Limit.TotalSeconds:N0}"),
                Used(found, found.Calls.Scarce, CallLog.ScarcePerSecond),
                Used(found, found.Calls.AlarmReads, CallLog.AlarmReadsPerSecond),
                Text($"{found.Calls.Throttled:N0}"), Text($"{(double)found.Calls.Scarce / found.Releases.Count:0.0}"),
                Text($"{(double)found.Transitions / found.Releases.Count:0}"), Text($"{found.Dollars:0.0000}"),
                Text($"{found.Wall.TotalSeconds:0.0}"),
            ])))}

        ## Calls

        {Table(
            ["", "calls that passed, and those that were throttled"],
            findings.Select(found => Row([found.Row.Name, CallsOf(found)])))}

        ## Goals

        {string.Join('\n', findings.Select(found =>
            $"- {found.Row.Name}: {string.Join("; ", found.Row.Goals.Select(goal => GoalText(goal, found)))}."))}

        """;

    /// <summary>How many ended how.</summary>
    public static string Endings(ScaleFindings found) => string.Join(", ", found.Releases
        .GroupBy(release => release.End!.Status == ExecutionStatus.Succeeded ? "Promoted" : release.End.Error)
        .OrderByDescending(group => group.Count())
        .Select(group => Text($"{group.Count():N0} {group.Key}")));

    /// <summary>Median, 95th percentile and the most.</summary>
    public static string Spread(IReadOnlyList<double> sorted, string format = "0") => sorted.Count == 0
        ? "-"
        : string.Join(" / ", new[] { .5, .95, 1 }.Select(
            share => ScaleFindings.Quantile(sorted, share).ToString(format, CultureInfo.InvariantCulture)));

    public static string CallsOf(ScaleFindings found) => string.Join(", ", found.Calls.Calls
        .OrderByDescending(call => call.Value.Passed)
        .Select(call => Text($"{call.Key.Split(':')[1]} {call.Value.Passed:N0}")
            + (call.Value.Throttled > 0 ? Text($" ({call.Value.Throttled:N0} throttled)") : "")));

    public static string GoalText(ScaleGoal goal, ScaleFindings found) =>
        Text($"{(goal.IsMet(found) ? "" : "**missed**, ")}{goal.What} {goal.Of(found):0.####} (at most {goal.AtMost:0.####})");

    private static string Used(ScaleFindings found, int calls, double perSecond) => found.Row.HasQuotas
        ? Text($"{100 * calls / (perSecond * found.Elapsed.TotalSeconds):0} %")
        : "";

    private static string Table(IReadOnlyList<string> header, IEnumerable<string> rows) =>
        $"{Row(header)}\n|{string.Concat(header.Select((_, i) => i == 0 ? " --- |" : " ---: |"))}\n{string.Join('\n', rows)}";

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
