using System.Globalization;

namespace Canary.Bench.Pipeline;

/// <summary>The benchmark as a file to read. It has no times and no machine in it: the same code writes the same file.</summary>
internal static class PipelineReport
{
    private static readonly (char Letter, string Title)[] Parts =
    [
        ('A', "Minutes told in pieces, and what care for them costs"),
        ('B', "Candidates that are slow at first"),
        ('H', "Durations with more than one mode"),
        ('C', "Failures that come together"),
        ('D', "Quiet functions"),
        ('K', "Candidates that fail everything"),
        ('J', "What the judge's own benchmark asks"),
        ('N', "What lies near the others"),
    ];

    public static string Of(IReadOnlyList<Findings> findings, PipelineBenchmark benchmark) => $"""
        # Benchmark of the whole path

        Written by `dotnet run -c Release --project bench -- pipeline`. Every number is simulated, with fixed seeds.
        Each rollout runs through the classes of production, from the input to the end, check after check, in virtual time:
        it reads from a CloudWatch that tells late, in whole minutes or in parts of 15 seconds, in order or not.
        It begins at any second of a minute. Requests are Poisson or evenly spaced, the candidate's part of them and the failures
        binomial. {benchmark.Healthy:N0} rollouts where nothing is wrong, {benchmark.Bad:N0} where something is;
        the other judges have {benchmark.Bad:N0}. Brackets are Wilson's 95 % intervals.
        The plan is 1 % for 2 minutes, 5 % for 3, 10 % for 5, 50 % for 10 in A, B1-B7 and N; an hour at 50 % in D; 10 % in K;
        else 10 % for 10 minutes, then 50 % for 10. Checks every 30 seconds, in K as said.

        "Requests" are those that the candidate got until the rollback; "minutes" from the regression to the rollback, both means.
        "Failed" are the candidate's until the rollback or, without one, until the promotion.

        ![Judges side by side, in the whole path](pipeline.png)

        ## In short

        The first three should be 0, the next two 100 %. The first is a mean over .1, 1 and 5 % failures and 1 to 1,000 requests a
        second, told in whole minutes; the second over all ways in which CloudWatch may tell; the third over C1 to C3.
        J5 and J7 are at 100 requests a second, the last is at 50, told in parts.

        {PathInShort.Of(findings)}

        ## Canary

        {string.Join("\n\n", Parts.Select(part => Own(part.Title, Of(findings, part.Letter))))}

        ## All judges

        They read the same metrics at the same checks. A minute is looked at when the quickest of its metrics can have come.
        Rolled back, and in brackets the mean of the requests until then where something is wrong.

        {string.Join("\n\n", Parts.Where(part => part.Letter is not ('B' or 'H' or 'K'))
            .Select(part => Beside(part.Title, Of(findings, part.Letter))))}

        ### Seconds from the shift to the rollback of a candidate that fails everything: mean / 95th percentile / most

        {Table(["", "told", .. PipelineBenchmark.Judges, Rivals.AnyOfBoth], Of(findings, 'K').Select(found => Row(
            [
                $"{found.Cell.Id} {found.Cell.Name}", found.Cell.Telling.Name,
                .. PipelineBenchmark.Judges.Append(Rivals.AnyOfBoth).Select(judge => Seconds(found.Of(judge)!)),
            ])))}

        """;

    private static List<Findings> Of(IEnumerable<Findings> findings, char letter) =>
        [.. findings.Where(found => found.Cell.Id[0] == letter)];

    private static string Own(string title, List<Findings> findings) => $"### {title}\n\n" + Table(
        ["", "told", "runs", "rolled back", "requests", "failed", "minutes", "goal", "met"],
        findings.Select(found => Row(
        [
            $"{found.Cell.Id} {found.Cell.Name}",
            found.Cell.Telling.Name,
            Text($"{found.Own.Runs:N0}"),
            Text($"{100 * found.Own.RolledBack:0.##} % ")
                + Text($"[{100 * found.Own.Interval.Low:0.##}, {100 * found.Own.Interval.High:0.##}]"),
            .. found.Cell.RegressionFrom is null
                ? ["", "", ""]
                : new[]
                {
                    Text($"{found.Own.Requests:N0}"), Text($"{found.Own.Failed:N0}"), Text($"{found.Own.Minutes:0.0}"),
                },
            string.Join(", ", found.Cell.Goals.Select(goal => GoalText(goal, found))),
            found.Cell.Goals.Count == 0 ? "" : found.MeetsGoals ? "yes" : "**no**",
        ])));

    private static string GoalText(Goal goal, Findings found) =>
        Text($"{goal.What} {goal.Of(found):0.###} ({(goal.AtMost ? "at most" : "at least")} {goal.Bound:0.###})");

    private static string Beside(string title, List<Findings> findings) => $"### {title}: beside the others\n\n" + Table(
        ["", "told", .. PipelineBenchmark.Judges],
        findings.Where(found => found.Cell.ForAll).Select(found => Row(
        [
            $"{found.Cell.Id} {found.Cell.Name}",
            found.Cell.Telling.Name,
            .. PipelineBenchmark.Judges.Select(judge => Share(found.Of(judge)!, found.Cell.RegressionFrom is not null)),
        ])));

    private static string Share(Tally tally, bool isBad) => Text($"{100 * tally.RolledBack:0.##} %")
        + (isBad && tally.RolledBack > 0 ? Text($" ({tally.Requests:N0})") : "");

    private static string Seconds(Tally tally) => Text($"{tally.MeanSeconds:0} / {tally.Seconds(.95):0} / {tally.Seconds(1):0}");

    private static string Table(IReadOnlyList<string> header, IEnumerable<string> rows) =>
        $"{Row(header)}\n|{string.Concat(header.Select((_, i) => i < 2 ? " --- |" : " ---: |"))}\n{string.Join('\n', rows)}";

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
