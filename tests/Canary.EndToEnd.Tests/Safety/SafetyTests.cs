using System.Collections.Concurrent;
using System.Globalization;
using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Reports;
using Canary.EndToEnd.Tests.Safety.Worlds;
using FsCheck;
using FsCheck.Fluent;
using Outcome = Canary.Rollouts.Outcome;

namespace Canary.EndToEnd.Tests.Safety;

/// <summary>The promise: whatever fails, whoever interferes, whenever somebody presses Stop.</summary>
public class SafetyTests
{
    private const int Rollouts = 3_000;

    private readonly ConcurrentDictionary<string, int> _endings = new();

    /// <summary>
    /// CANARY_SEED replays the scripts of an earlier run, and CANARY_ROLLOUTS makes it longer or shorter.
    /// CANARY_REPLAY plays one script: the three numbers with which a run that failed says it can be replayed.
    /// </summary>
    [Fact]
    public void AnyRollout_WhateverHappens_LeavesTheAliasAtOneVersionAndOverwritesNobody()
    {
        if (Environment.GetEnvironmentVariable("CANARY_REPLAY") is { Length: > 0 } replayed)
        {
            var numbers = replayed.Split(',').Select(number => ulong.Parse(number, CultureInfo.InvariantCulture)).ToList();
            var config = Config.QuickThrowOnFailure.WithMaxTest(1).WithReplay(numbers[0], numbers[1], (int)numbers[2]);
            Prop.ForAll(Scripts.All, Holds).Check(config);
            return;
        }
        var seed = Number("CANARY_SEED", Random.Shared.NextInt64());
        var count = (int)Number("CANARY_ROLLOUTS", Rollouts);
        var workers = Environment.ProcessorCount;
        Parallel.For(0, workers, worker =>
        {
            // The second number of a seed is odd; each worker draws its own scripts.
            var config = Config.QuickThrowOnFailure.WithMaxTest((count + workers - 1) / workers)
                .WithEndSize(50)
                .WithReplay((ulong)seed, (ulong)(2 * worker + 1));
            Prop.ForAll(Scripts.All, Holds).Check(config);
        });

        var told = string.Join(
            ", ", _endings.OrderByDescending(ending => ending.Value).Select(ending => $"{ending.Value} {ending.Key}"));
        Console.WriteLine($"{count} rollouts with CANARY_SEED={seed}, 0 violations: {told}");
        // A property that meets one ending only would prove little.
        string[] wanted = [.. new[]
        {
            Outcome.Promoted,
            Outcome.RolledBack,
            Outcome.Failed,
            Outcome.AliasChanged,
            Outcome.RolloutInProgress,
            Outcome.NothingToDo,
        }.Select(outcome => $"{outcome}"), "ABORTED"];
        Assert.All(wanted, ending => Assert.InRange(_endings.GetValueOrDefault(ending), count / 1_000, count));
    }

    private static long Number(string variable, long otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given
            ? long.Parse(given, CultureInfo.InvariantCulture)
            : otherwise;

    private Property Holds(Script script)
    {
        var report = Play.RunAsync(script).GetAwaiter().GetResult();
        foreach (var ended in report.Rollouts) _endings.AddOrUpdate(
            ended.Rollout?.Outcome.ToString() ?? ended.Execution.Status.ToString().ToUpperInvariant(), 1, (_, seen) => seen + 1);
        var violations = Invariants.Violations(report).ToList();
        return (violations.Count == 0).Label(string.Join(Environment.NewLine, [.. violations, report.ToString()]));
    }
}
