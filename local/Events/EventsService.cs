using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Canary.Local.Clocks;
using Canary.Local.CloudWatch;
using Canary.Local.CloudWatch.Alarms;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.Events.Errors;
using Canary.Local.Events.Model;
using Canary.Local.Events.Patterns;
using Canary.Local.StepFunctions;
using Canary.Local.StepFunctions.Tasks;
using Canary.Local.Targets;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.Events;

/// <summary>
/// The embedded EventBridge for callers inside this process: the default bus, its rules and schedules, and as targets functions, queues and topics.
/// <c>EventsApi</c> is the same for clients. Thread-safe; all of it throws <see cref="AwsException"/> in AWS's words.
/// </summary>
public sealed class EventsService : IEventBus, IDisposable
{
    /// <summary>The only bus there is.</summary>
    public const string Bus = "default";

    private const int EntriesPerRequest = 10;
    private const int RequestBytes = 262_144;

    private readonly Clock _clock;
    private readonly AwsAccount _account;
    private readonly Envelope _envelope;
    private readonly Delivery _delivery;
    private readonly Schedules _schedules;
    private readonly RuleBook _rules;
    private int _disposed;

    /// <summary>A bus without rules.</summary>
    /// <param name="clock">All time is on it.</param>
    /// <param name="account">Where the ARNs are.</param>
    /// <param name="targets">What rules have as targets.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <param name="metrics">Where it counts what its rules send; null for nowhere.</param>
    public EventsService(Clock clock, AwsAccount account, ITargets targets, EventsOptions? options = null, IMetricSink? metrics = null)
    {
        (_clock, _account, _envelope) = (clock, account, new Envelope(clock, account));
        _delivery = new Delivery(targets, clock, options ?? new EventsOptions(), metrics);
        _schedules = new Schedules(clock, record => _delivery.Fire(_envelope.Wrap("aws.events", "Scheduled Event", [record.Rule.Arn], []), record));
        _rules = new RuleBook(_schedules.Set);
    }

    /// <summary>Puts every change of an execution's status on the bus, from now on.</summary>
    public void Observe(StepFunctionsService service) =>
        service.ExecutionStatusChanged += changed =>
            Publish("aws.states", ExecutionEvent.DetailType, changed.ExecutionArn, () => ExecutionEvent.Detail(changed));

    /// <summary>Puts every change of an alarm's state on the bus, from now on.</summary>
    public void Observe(CloudWatchService service) =>
        service.AlarmChanged += change => Publish("aws.cloudwatch", AlarmEvent.DetailType, change.Alarm.Arn, () => AlarmEvent.Detail(change));

    /// <summary>Creates a rule, or replaces all of the one of its name but its targets.</summary>
    /// <param name="name">1 to 64 letters, digits, dots, hyphens and underscores.</param>
    /// <param name="eventPattern">JSON; null for none.</param>
    /// <param name="scheduleExpression">Such as <c>rate(15 minutes)</c>; null for none. One of the two must be there.</param>
    /// <param name="isEnabled">Whether anything reaches its targets.</param>
    /// <param name="description">At most 512 characters.</param>
    public Rule PutRule(string name, string? eventPattern, string? scheduleExpression = null, bool isEnabled = true, string? description = null)
    {
        RuleRules.CheckName(name, "name");
        CommonErrors.CheckLength(eventPattern ?? "", "eventPattern", 0, 4096);
        CommonErrors.CheckLength(scheduleExpression ?? "", "scheduleExpression", 0, 256);
        CommonErrors.CheckLength(description ?? "", "description", 0, 512);
        if (eventPattern is null && scheduleExpression is null)
            throw EventsErrors.Validation("Parameter(s) EventPattern or ScheduleExpression must be specified.");
        var arn = $"arn:aws:events:{_account.Region}:{_account.Id}:rule/{name}";
        var rule = new Rule(name, arn, eventPattern, scheduleExpression, isEnabled, description)
        {
            Pattern = eventPattern is null ? null : PatternParser.Parse(eventPattern),
            Rate = scheduleExpression is null ? null : RateExpression.Parse(scheduleExpression),
        };
        var none = ImmutableSortedDictionary.Create<string, RuleTarget>(StringComparer.Ordinal);
        return _rules.Put(name, old => new RuleRecord(rule, old?.Targets ?? none, _clock.GetUtcNow())).Rule;
    }

    /// <summary>Describes a rule.</summary>
    public Rule DescribeRule(string name) => _rules.Get(name).Rule;

    /// <summary>Lists the rules by name, or those whose names begin so.</summary>
    public IReadOnlyList<Rule> ListRules(string? namePrefix = null) =>
        [.. _rules.All.Values.Select(record => record.Rule).Where(rule => rule.Name.StartsWith(namePrefix ?? "", StringComparison.Ordinal))];

    /// <summary>Switches a rule on; its schedule begins anew if it was off.</summary>
    public void EnableRule(string name) => _rules.Change(name, record => record.Rule.IsEnabled
        ? record
        : record with { Rule = record.Rule with { IsEnabled = true }, Since = _clock.GetUtcNow() });

    /// <summary>Switches a rule off.</summary>
    public void DisableRule(string name) => _rules.Change(name, record => record with { Rule = record.Rule with { IsEnabled = false } });

    /// <summary>Deletes a rule without targets; that there is none is no error.</summary>
    public void DeleteRule(string name) => _rules.Remove(name);

    /// <summary>Adds targets to a rule, or replaces those of the same ids.</summary>
    public void PutTargets(string rule, params IReadOnlyList<RuleTarget> targets)
    {
        foreach (var (index, target) in targets.Index()) RuleRules.Check(target, index + 1);
        _rules.Change(rule, record =>
        {
            var all = record.Targets.SetItems(targets.Select(target => KeyValuePair.Create(target.Id, target)));
            return all.Count <= RuleRules.Targets ? record with { Targets = all } : throw EventsErrors.TooMany();
        });
    }

    /// <summary>A rule's targets by id.</summary>
    public IReadOnlyList<RuleTarget> ListTargetsByRule(string rule) => [.. _rules.Get(rule).Targets.Values];

    /// <summary>Takes targets from a rule.</summary>
    /// <returns>The ids that it did not have.</returns>
    public IReadOnlyList<string> RemoveTargets(string rule, params IReadOnlyList<string> ids)
    {
        IReadOnlyList<string> unknown = [];
        _rules.Change(rule, record =>
        {
            unknown = [.. ids.Where(id => !record.Targets.ContainsKey(id))];
            return record with { Targets = record.Targets.RemoveRange(ids) };
        });
        return unknown;
    }

    /// <inheritdoc/>
    public JsonObject PutEvents(JsonArray entries)
    {
        if (entries.Count is 0 or > EntriesPerRequest)
        {
            var rule = entries.Count == 0 ? "greater than or equal to 1" : $"less than or equal to {EntriesPerRequest}";
            throw CommonErrors.Value(entries.Count == 0 ? "[]" : "[PutEventsRequestEntry]", "entries", $"Member must have length {rule}");
        }
        var read = entries.Select(entry => EventEntry.Read(new Members(
            nameof(PutEvents), entry as JsonObject ?? throw new AwsException(400, "SerializationException", "An entry is no structure.")))).ToList();
        if (read.Sum(entry => entry.Size) > RequestBytes) throw EventsErrors.Validation("Total size of the entries in the request is over the limit.");
        var answers = read.ConvertAll(Put);
        return new JsonObject
        {
            ["Entries"] = new JsonArray([.. answers]),
            ["FailedEntryCount"] = answers.Count(answer => !answer.ContainsKey("EventId")),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 1) return;
        _schedules.Dispose();
        _delivery.Dispose();
    }

    /// <summary>Puts an event of a service on the bus.</summary>
    internal void Put(string source, string detailType, IEnumerable<string> resources, JsonObject detail) =>
        _delivery.Publish(_envelope.Wrap(source, detailType, resources, detail), _rules.All.Values);

    /// <summary>Refuses every bus but the default one.</summary>
    internal static void CheckBus(string? nameOrArn)
    {
        if (nameOrArn is not null) CommonErrors.CheckLength(nameOrArn, "eventBusName", 1, 1600);
        if (nameOrArn is not null && nameOrArn != Bus && !nameOrArn.EndsWith($":event-bus/{Bus}", StringComparison.Ordinal))
            throw EventsErrors.NotSupported($"the event bus '{nameOrArn}': leave EventBusName out, or use '{Bus}'");
    }

    private JsonObject Put(EventEntry entry)
    {
        if (entry.Fault(out var detail) is { } fault) return fault;
        var published = _envelope.Wrap(entry.Source!, entry.DetailType!, entry.Resources, detail, entry.Time);
        _delivery.Publish(published, _rules.All.Values);
        return new JsonObject { ["EventId"] = (string)published["id"]! };
    }

    private void Publish(string source, string detailType, string resource, Func<JsonObject> detail)
    {
        var rules = _rules.All;
        if (!rules.IsEmpty) _delivery.Publish(_envelope.Wrap(source, detailType, [resource], detail()), rules.Values);
    }
}
