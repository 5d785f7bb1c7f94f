using System.Text.Json;
using Canary.Local.Clocks;
using Canary.Local.CloudWatch.Alarms;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.Wire;

namespace Canary.Local.CloudWatch;

/// <summary>The embedded CloudWatch for callers inside this process; <see cref="CloudWatchWire"/> is the same for clients. Thread-safe.</summary>
public sealed class CloudWatchService : IDisposable
{
    private readonly Clock _clock;
    private readonly AwsAccount _account;
    private readonly AlarmBook _alarms;
    private readonly AlarmWatch _watch;

    /// <param name="clock">Decides when alarms are evaluated.</param>
    /// <param name="account">Whose alarms they are.</param>
    /// <param name="ingestionDelay">How long after a minute's end its metrics count as complete; 5 seconds if null. AWS takes from some seconds to some minutes.</param>
    public CloudWatchService(Clock clock, AwsAccount account, TimeSpan? ingestionDelay = null)
    {
        (_clock, _account) = (clock, account);
        _alarms = new AlarmBook(clock, change => AlarmChanged?.Invoke(change));
        _watch = new AlarmWatch(clock, _alarms, Metrics, ingestionDelay ?? TimeSpan.FromSeconds(5));
    }

    /// <summary>Raised after an alarm went from one state to another, on the thread that moved it and in the order of the changes.</summary>
    public event Action<AlarmStateChange>? AlarmChanged;

    /// <summary>Every metric; where the other services put theirs.</summary>
    public MetricStore Metrics { get; } = new();

    /// <summary>All alarms of both kinds as they are now, by name.</summary>
    public IReadOnlyList<Alarm> Alarms => _alarms.All();

    /// <summary>Evaluates every metric alarm now instead of at the next minute.</summary>
    public void EvaluateAlarms() => _watch.EvaluateAll();

    /// <summary>Creates an alarm in INSUFFICIENT_DATA, or replaces the one of its name, whose state it keeps.</summary>
    /// <exception cref="AwsException">AWS refuses the configuration.</exception>
    public void PutMetricAlarm(MetricAlarmConfiguration configuration)
    {
        MetricAlarmRules.Check(configuration);
        _alarms.Put(configuration.Name, (old, state) => old is CompositeAlarm
            ? throw CloudWatchError.Validation($"An alarm of a different type with the name {configuration.Name} already exists.")
            : new MetricAlarm(configuration, Arn(configuration.Name), _clock.GetUtcNow(), state));
    }

    /// <summary>Creates or replaces a composite alarm and evaluates it at once.</summary>
    /// <exception cref="AwsException">AWS refuses the configuration, or an alarm in the rule does not exist.</exception>
    public void PutCompositeAlarm(CompositeAlarmConfiguration configuration)
    {
        configuration.Checked().Required("alarmRule", configuration.AlarmRule).Length("alarmRule", configuration.AlarmRule, 1, 10240).ThrowIfAny();
        configuration.CheckNameAndActions();
        var rule = AlarmRuleParser.Parse(configuration.AlarmRule);
        var known = Alarms.SelectMany(alarm => new[] { alarm.Name, alarm.Arn }).ToHashSet();
        if (rule.Children().Where(child => !known.Contains(child)).ToList() is { Count: > 0 } unknown)
            throw CloudWatchError.Validation($"Could not save the composite alarm as alarms [{string.Join(", ", unknown)}] in the alarm rule do not exist");
        _alarms.Put(configuration.Name, (old, state) => old is MetricAlarm
            ? throw CloudWatchError.Validation($"An alarm of a different type with the name {configuration.Name} already exists.")
            : new CompositeAlarm(configuration, rule, Arn(configuration.Name), _clock.GetUtcNow(), state));
    }

    /// <summary>Looks alarms up.</summary>
    /// <exception cref="AwsException">AWS refuses the question.</exception>
    public AlarmPage DescribeAlarms(AlarmFilter filter) => filter.Page(Alarms);

    /// <summary>Sets a state until the next evaluation; on a composite until one of its children changes.</summary>
    /// <exception cref="AwsException">No such alarm, or a value that AWS refuses.</exception>
    public void SetAlarmState(string name, string state, string reason, string? reasonData = null)
    {
        new MemberConstraints()
            .Required("alarmName", name).Length("alarmName", name, 1, 255)
            .Required("stateValue", state).OneOf("stateValue", state, AlarmStateText.All)
            .Required("stateReason", reason).Length("stateReason", reason, 0, 1023)
            .Length("stateReasonData", reasonData, 0, 4000)
            .ThrowIfAny();
        if (reasonData is not null && !IsJson(reasonData)) throw CloudWatchError.InvalidFormat("StateReasonData was not syntactically valid JSON");
        if (!_alarms.SetState(name, AlarmStateText.Parse(state)!.Value, reason, reasonData)) throw CloudWatchError.NotFound();
    }

    /// <inheritdoc/>
    public void Dispose() => _watch.Dispose();

    private string Arn(string name) => $"arn:aws:cloudwatch:{_account.Region}:{_account.Id}:alarm:{name}";

    private static bool IsJson(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
