using System.Text.Json.Nodes;
using Canary.Local.Clocks;
using Canary.Local.CloudWatch;
using Canary.Local.CloudWatch.Alarms;
using Canary.Local.CloudWatch.Metrics;
using Canary.Local.Events.Errors;
using Canary.Local.StepFunctions;
using Canary.Local.StepFunctions.Tasks;
using Canary.Local.Targets;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.Events;

/// <summary>
/// The embedded EventBridge for callers inside this process: the default bus, its rules and schedules, and as targets functions,
/// queues and topics. <c>EventsApi</c> is the same for clients. Thread-safe; all of it throws <see cref="AwsException"/> in AWS's
/// words.
/// </summary>
public sealed partial class EventsService : IEventBus, IDisposable
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
    public EventsService(
        Clock clock, AwsAccount account, ITargets targets, EventsOptions? options = null, IMetricSink? metrics = null)
    {
        (_clock, _account, _envelope) = (clock, account, new Envelope(clock, account));
        _delivery = new Delivery(targets, clock, options ?? new EventsOptions(), metrics);
        _schedules = new Schedules(
            clock, record => _delivery.Fire(_envelope.Wrap("aws.events", "Scheduled Event", [record.Rule.Arn], []), record));
        _rules = new RuleBook(_schedules.Set);
    }

    /// <summary>Puts every change of an execution's status on the bus, from now on.</summary>
    public void Observe(StepFunctionsService service) =>
        service.ExecutionStatusChanged += changed =>
            Publish("aws.states", ExecutionEvent.DetailType, changed.ExecutionArn, () => ExecutionEvent.Detail(changed));

    /// <summary>Puts every change of an alarm's state on the bus, from now on.</summary>
    public void Observe(CloudWatchService service) =>
        service.AlarmChanged += change => Publish(
            "aws.cloudwatch", AlarmEvent.DetailType, change.Alarm.Arn, () => AlarmEvent.Detail(change));

    /// <inheritdoc/>
    public JsonObject PutEvents(JsonArray entries)
    {
        if (entries.Count is 0 or > EntriesPerRequest)
        {
            var rule = entries.Count == 0 ? "greater than or equal to 1" : $"less than or equal to {EntriesPerRequest}";
            throw CommonErrors.Value(
                entries.Count == 0 ? "[]" : "[PutEventsRequestEntry]", "entries", $"Member must have length {rule}");
        }
        var read = entries.Select(entry => EventEntry.Read(new Members(
            nameof(PutEvents), entry as JsonObject
                ?? throw CommonErrors.Serialization("An entry is no structure.")))).ToList();
        if (read.Sum(entry => entry.Size) > RequestBytes)
            throw EventsErrors.Validation("Total size of the entries in the request is over the limit.");
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
