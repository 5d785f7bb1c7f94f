using Canary.EndToEnd.Tests.Safety.Plays;
using Canary.EndToEnd.Tests.Safety.Reports;
using Canary.EndToEnd.Tests.Safety.Worlds;

namespace Canary.EndToEnd.Tests.Upgrades;

/// <summary>
/// Another release of Canary is deployed in the middle of a rollout, in every state: its steps can read no document of the
/// release before, and its state machine has another definition.
/// </summary>
public class UpgradeTests
{
    private static readonly Lazy<Task<IReadOnlyDictionary<string, Report>>> ByState = new(ReadAsync);

    // While Lambda shifts by itself, nobody looks at the alarms or listens, with or without an upgrade.
    public static TheoryData<string> Listening =>
        [.. StateMachineFile.Everything.Select(state => state.Name).Where(state => state != "AwaitPromotion")];

    public static TheoryData<string> States => [.. StateMachineFile.Everything.Select(state => state.Name)];

    [Theory]
    [MemberData(nameof(States))]
    public async Task Upgrade_InAState_TheRolloutEndsAsItWouldHave(string state)
    {
        var (plain, upgraded) = await PlayAsync(state, null);

        Assert.Equal(EndOf(plain), EndOf(upgraded));
        Assert.DoesNotContain(upgraded.Releases.Runs, ran => ran.Execution is not null && ran.Release > 0);
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Upgrade_AndAStopInAState_TheNewRestoreAliasGivesItBack(string state)
    {
        var (_, upgraded) = await PlayAsync(state, Deed.Stop);

        Assert.True(upgraded.Last is { Holder: null, Alias.State.IsSettled: true }, $"{upgraded}");
    }

    [Theory]
    [MemberData(nameof(Listening))]
    public Task Upgrade_AndAnAlarmInAState_IsHeard(string state) => PlayAsync(state, Deed.Breach);

    [Theory]
    [MemberData(nameof(Listening))]
    public Task Upgrade_AndAWordInAState_IsTakenByTheNewControl(string state) => PlayAsync(state, Deed.Abort);

    [Theory]
    [MemberData(nameof(States))]
    public Task Upgrade_AndAnotherUpgradeInAState_LeavesItOnTheFirst(string state) => PlayAsync(state, Deed.Upgrade);

    [Fact]
    public async Task Upgrade_WhileARolloutRuns_TheNextOneIsOfTheNewRelease()
    {
        var report = await Play.RunAsync(Ways.All[0] with
        {
            Acts = [.. Ways.All[0].Acts, new(Moment.AtSecond(12), Deed.Upgrade), new(Moment.AtSecond(300), Deed.StartAnother)],
        });

        Assert.Empty(Invariants.Violations(report));
        var releases = report.Rollouts.Select(ended =>
            report.Releases.Runs.Where(ran => ran.Execution == ended.Arn).Select(ran => ran.Release).Distinct().Single());
        Assert.Equal([0, 1], releases);
    }

    [Fact]
    public async Task Ways_LeadThroughEveryState() =>
        Assert.Equal(StateMachineFile.Everything.Select(state => state.Name).Order(), (await ByState.Value).Keys.Order());

    private static async Task<(Report Plain, Report Upgraded)> PlayAsync(string state, Deed? deed)
    {
        var plain = (await ByState.Value)[state];
        var acts = new[] { Deed.Upgrade, deed }.OfType<Deed>().Select(one => new Act(Moment.In(state), one));
        var report = await Play.RunAsync(plain.Script with { Acts = [.. plain.Script.Acts, .. acts] });
        Assert.NotEmpty(report.Releases.Upgrades);
        Assert.True(!Invariants.Violations(report).Any(), string.Join('\n', Invariants.Violations(report)) + "\n" + report);
        return (plain, report);
    }

    private static string EndOf(Report report) =>
        $"{report.Rollouts[0].Execution.Status} {report.Rollouts[0].Execution.Error} "
        + $"{report.Last.Alias.State} {report.Last.Holder}";

    // The first way through each state, played without an upgrade.
    private static async Task<IReadOnlyDictionary<string, Report>> ReadAsync()
    {
        var found = new Dictionary<string, Report>();
        foreach (var way in Ways.All)
        {
            var report = await Play.RunAsync(way);
            foreach (var (state, _) in report.Rollouts[0].States) found.TryAdd(state, report);
        }
        return found;
    }
}
