using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Alarms;
using Canary.Local.CloudWatch.Errors;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.CloudWatch.Model;
using Canary.Local.Wire;
using Canary.StatesLanguage.Json;

namespace Canary.Local.CloudWatch;

/// <summary>
/// The embedded CloudWatch for callers inside this process; <c>CloudWatchApi</c> is the same for clients. Thread-safe.
/// </summary>
public sealed partial class CloudWatchService : IDisposable
{
    private readonly Clock _clock;
    private readonly AwsAccount _account;
    private readonly AlarmBook _alarms;
    private readonly AlarmHistory _history;
    private readonly AlarmWatch _watch;

    /// <param name="clock">Decides when alarms are evaluated.</param>
    /// <param name="account">Whose alarms they are.</param>
    /// <param name="ingestionDelay">How long after a minute's end its metrics count as complete; 5 seconds if null.
    /// AWS takes from some seconds to some minutes.</param>
    public CloudWatchService(Clock clock, AwsAccount account, TimeSpan? ingestionDelay = null)
    {
        (_clock, _account) = (clock, account);
        _history = new AlarmHistory(clock);
        _alarms = new AlarmBook(clock, Announce);
        _watch = new AlarmWatch(clock, _alarms, Metrics, ingestionDelay ?? TimeSpan.FromSeconds(5));
    }

    /// <summary>
    /// Raised after an alarm went from one state to another, on the thread that moved it; a child before its composites.
    /// </summary>
    public event Action<AlarmStateChange>? AlarmChanged;

    /// <summary>Every metric; where the other services put theirs.</summary>
    public MetricStore Metrics { get; } = new();

    /// <summary>All alarms of both kinds as they are now, by name.</summary>
    public IReadOnlyList<Alarm> Alarms => _alarms.All();

    internal DateTimeOffset Now => _clock.GetUtcNow();

    /// <summary>Evaluates every metric alarm now instead of at the next minute.</summary>
    public void EvaluateAlarms() => _watch.EvaluateAll();

    /// <summary>Creates an alarm in INSUFFICIENT_DATA, or replaces the one of its name, whose state it keeps.</summary>
    /// <exception cref="AwsException">AWS refuses the configuration.</exception>
    public void PutMetricAlarm(MetricAlarmConfiguration configuration)
    {
        MetricAlarmRules.Check(configuration);
        Put(new MetricAlarm(configuration, Arn(configuration.Name), Now, AlarmStateRecord.Initial(Now)));
    }

    /// <summary>Creates or replaces a composite alarm and evaluates it at once.</summary>
    /// <exception cref="AwsException">AWS refuses the configuration, or an alarm in the rule does not exist.</exception>
    public void PutCompositeAlarm(CompositeAlarmConfiguration configuration)
    {
        configuration.Checked()
            .Required("alarmRule", configuration.AlarmRule)
            .Length("alarmRule", configuration.AlarmRule, 1, 10240)
            .ThrowIfAny();
        configuration.CheckNameAndActions();
        var rule = AlarmRuleParser.Parse(configuration.AlarmRule);
        var known = Alarms.SelectMany(alarm => new[] { alarm.Name, alarm.Arn }).ToHashSet();
        if (rule.Children().Where(child => !known.Contains(child)).ToList() is { Count: > 0 } unknown)
            throw CloudWatchErrors.Validation(
                $"Could not save the composite alarm as alarms [{string.Join(", ", unknown)}] in the alarm rule do not exist");
        Put(new CompositeAlarm(configuration, rule, Arn(configuration.Name), Now, AlarmStateRecord.Initial(Now)));
    }

    /// <summary>Looks alarms up.</summary>
    /// <exception cref="AwsException">AWS refuses the question.</exception>
    public AlarmPage DescribeAlarms(AlarmFilter filter) =>
        filter.Page(filter.Names is { Count: > 0 } names ? _alarms.Named(names) : Alarms);

    /// <summary>Sets a state for some seconds; on a composite until one of its children changes.</summary>
    /// <exception cref="AwsException">No such alarm, or a value that AWS refuses.</exception>
    public void SetAlarmState(string name, string state, string reason, string? reasonData = null)
    {
        new MemberConstraints()
            .Required("alarmName", name).Length("alarmName", name, 1, 255)
            .Required("stateValue", state).OneOf("stateValue", state, AlarmStateText.All)
            .Required("stateReason", reason).Length("stateReason", reason, 0, 1023)
            .Length("stateReasonData", reasonData, 0, 4000)
            .ThrowIfAny();
        if (reasonData is not null && !JsonText.IsJson(reasonData))
            throw CloudWatchErrors.InvalidFormat("StateReasonData was not syntactically valid JSON");
        if (!_alarms.SetState(name, AlarmStateText.Parse(state)!.Value, reason, reasonData)) throw CloudWatchErrors.NotFound();
        _watch.CorrectSoon(name);
    }

    /// <summary>Deletes those that exist, then refuses if one did not.</summary>
    /// <exception cref="AwsException">
    /// One does not exist, a composite alarm depends on one, or AWS refuses the list; then none is deleted.
    /// </exception>
    public void DeleteAlarms(IReadOnlyList<string> names)
    {
        var constraints = new MemberConstraints().Required("alarmNames", names).Count("alarmNames", names, 100);
        foreach (var (index, name) in (names ?? []).Index()) constraints.Length($"alarmNames.{index + 1}.member", name, 1, 255);
        constraints.ThrowIfAny();
        var deleted = _alarms.Remove(names!);
        foreach (var alarm in deleted) _history.Add(alarm, "deleted");
        if (deleted.Count < names!.Distinct().Count()) throw CloudWatchErrors.NotFound();
    }

    /// <summary>What happened to alarms in the last two weeks.</summary>
    /// <exception cref="AwsException">AWS refuses the question.</exception>
    public AlarmHistoryPage DescribeAlarmHistory(AlarmHistoryFilter filter) => filter.Page(_history.All());

    /// <inheritdoc/>
    public void Dispose() => _watch.Dispose();

    private void Put(Alarm alarm)
    {
        var isNew = _alarms.Put(alarm.Name, old => old is null || old.GetType() == alarm.GetType()
            ? alarm with { State = old?.State ?? alarm.State }
            : throw CloudWatchErrors.Validation($"An alarm of a different type with the name {alarm.Name} already exists."));
        _history.Add(alarm, isNew ? "created" : "updated");
    }

    private void Announce(AlarmStateChange change)
    {
        _history.Add(change);
        AlarmChanged?.Invoke(change);
    }

    private string Arn(string name) => $"arn:aws:cloudwatch:{_account.Region}:{_account.Id}:alarm:{name}";
}
