using System.Diagnostics;
using Canary.Bench.Traffic;
using Canary.Local.Clocks;
using Canary.Local.StepFunctions.Model;
using Canary.Statistics;

namespace Canary.Bench.Scale;

/// <summary>Plays a row in virtual time: starts the rollouts, fires alarms, stops some, until all is over.</summary>
internal sealed class ScaleRun
{
    private const ulong Seed = 424242;

    // A minute's requests of a function: enough for a verdict.
    private const int Requests = 600;

    // From the shift, and before the end of the bake: an alarm takes a minute and some seconds.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Last = TimeSpan.FromSeconds(150);

    // What nobody calls back in this time, never comes.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    private readonly ScaleRow _row;
    private readonly List<Released> _releases;
    private readonly Account _account;
    private readonly Dice _dice = new(Seed);

    private ScaleRun(ScaleRow row, List<Released> releases, Account account)
    {
        (_row, _releases, _account) = (row, releases, account);
        account.Shifted = release => _ = BotherAsync(release);
    }

    private VirtualClock Clock => _account.Clock;

    public static async Task<ScaleFindings> PlayAsync(ScaleRow row)
    {
        var watch = Stopwatch.StartNew();
        List<Released> releases = [.. Enumerable.Range(0, row.Rollouts).Select(index => new Released(index, row.FateOf(index)))];
        var calls = new CallLog();
        // Each in a flow of its own: virtual time runs in one.
        var accounts = releases.GroupBy(release => release.Index % row.Accounts)
            .Select(part => Task.Run(() => PlayAsync(row, [.. part], calls)));
        var played = await Task.WhenAll(accounts);
        return new(row, releases, calls, played.Sum(one => one.MetricsRead), played[0].Began, watch.Elapsed);
    }

    private static async Task<(DateTimeOffset Began, int MetricsRead)> PlayAsync(
        ScaleRow row, List<Released> releases, CallLog calls)
    {
        await using var account = new Account(releases, row.HasQuotas, calls);
        var began = account.Clock.GetUtcNow();
        await new ScaleRun(row, releases, account).PlayAsync();
        return (began, account.MetricsRead);
    }

    private async Task PlayAsync()
    {
        using var over = new CancellationTokenSource();
        var traffic = FlowAsync(over.Token);
        var began = Clock.GetUtcNow();
        var ends = _releases.Select(release => StartAsync(release, began + _row.Over * release.Index / _row.Rollouts));
        await Clock.RunUntilAsync(Task.WhenAll(ends));
        // RestoreAlias comes after the end.
        for (var waited = TimeSpan.Zero; waited < Patience && _releases.Exists(IsAwaited); waited += TimeSpan.FromMinutes(1))
            await Clock.RunUntilAsync(Clock.GetUtcNow().AddMinutes(1));
        await over.CancelAsync();
        await traffic.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static bool IsAwaited(Released release) =>
        release is { ShiftedAt: not null, IsBack: false, End.Status: not ExecutionStatus.Succeeded };

    private async Task StartAsync(Released release, DateTimeOffset at)
    {
        using (await Clock.WaitUntilAsync(at)) _account.Start(release, _row);
        release.End = await _account.Aws.StepFunctions.WhenEndedAsync(release.Execution);
    }

    // While its alias is watched, and early enough for an alarm to fire before the bake is over.
    private async Task BotherAsync(Released release)
    {
        if (release.Fate == Fate.Good) return;
        double share;
        lock (_dice) share = _dice.Uniform();
        using var hold = await Clock.WaitUntilAsync(Clock.GetUtcNow() + Least + share * (_row.Bake - Last - Least));
        if (release.Fate == Fate.Bad)
        {
            _account.PutFailures(release, 1);
            return;
        }
        lock (release) release.CalledBackAt ??= Clock.GetUtcNow();
        _account.Aws.StepFunctions.StopExecution(release.Execution, "Stopped", "a benchmark");
    }

    private async Task FlowAsync(CancellationToken over)
    {
        var minute = Clock.GetUtcNow();
        minute = minute.AddSeconds(-minute.Second);
        for (var before = 1; before <= Calibration.HistoryMinutes; before++)
            _releases.ForEach(release => MinuteOfTraffic.Put(_account.Aws, release, minute.AddMinutes(-before), Requests));
        while (true)
        {
            using var hold = await Clock.WaitUntilAsync(minute.AddSeconds(59), over);
            foreach (var release in _releases) MinuteOfTraffic.Put(_account.Aws, release, minute, Requests);
            minute = minute.AddMinutes(1);
        }
    }
}
