using Canary.Local.Lambda.Errors;
using Canary.Local.Lambda.Functions;
using Canary.Local.Lambda.Model;
using Canary.Local.Sqs;
using Canary.Local.Wire;

namespace Canary.Local.Lambda.EventSources;

/// <summary>The verbs on event source mappings. Queues are the only sources there are.</summary>
/// <param name="store">The functions.</param>
/// <param name="queues">The queues; null for none.</param>
/// <param name="watch">Told of each mapping that is there from now on, or has changed.</param>
internal sealed class EventSourceBook(FunctionStore store, Func<SqsService?> queues, Action<EventSourceMapping> watch)
{
    private readonly Dictionary<string, EventSourceMapping> _mappings = [];

    public EventSourceMapping Create(string? source, EventSourceUpdate change)
    {
        if (source is null) throw LambdaErrors.Invalid("Unrecognized event source.");
        if (change.Function is null) new MemberConstraints().Required("functionName", null).ThrowIfAny();
        if (!source.StartsWith("arn:aws:sqs:", StringComparison.Ordinal))
            throw LambdaErrors.Unsupported($"the event source '{source}': use an SQS queue");
        EventSourceMapping made;
        lock (store.Gate)
        {
            var id = Guid.NewGuid().ToString();
            made = Changed(new EventSourceMapping(id, source, ""), change) with { Change = "Creating" };
            EventSourceRules.CheckQueue(store, queues(), made);
            var twins = _mappings.Values.Where(one => one.EventSourceArn == source && one.FunctionArn == made.FunctionArn);
            if (twins.FirstOrDefault() is { } same)
            {
                throw LambdaErrors.Conflict(
                    $"The event source arn (\" {source} \") and function (\" {store.Parse(made.FunctionArn).Name} \") "
                    + "provided mapping already exists. "
                    + $"Please update or delete the existing mapping with UUID {same.Id}");
            }
            _mappings[id] = made;
        }
        watch(made);
        return made;
    }

    public EventSourceMapping Update(string id, EventSourceUpdate change)
    {
        EventSourceMapping updated;
        lock (store.Gate)
        {
            var old = Settled(id, "update");
            updated = Changed(old, change);
            updated = updated with
            {
                Change = updated.IsEnabled == old.IsEnabled ? "Updating" : updated.IsEnabled ? "Enabling" : "Disabling",
            };
            _mappings[id] = updated;
        }
        watch(updated);
        return updated;
    }

    public EventSourceMapping Get(string id)
    {
        lock (store.Gate) return Require(id);
    }

    public EventSourceMapping Delete(string id)
    {
        lock (store.Gate)
        {
            var old = Settled(id, "delete");
            return _mappings[id] = old with { Change = "Deleting", IsEnabled = false, Due = Due(), LastModified = store.Now };
        }
    }

    public IReadOnlyList<EventSourceMapping> List(string? source, string? function)
    {
        lock (store.Gate)
        {
            foreach (var gone in _mappings.Values.Where(IsGone).ToList()) _mappings.Remove(gone.Id);
            var arn = function is null ? null : Arn(store.Parse(function));
            return [.. _mappings.Values
                .Where(one => (source is null || one.EventSourceArn == source) && (arn is null || one.FunctionArn == arn))
                .OrderBy(one => one.LastModified)];
        }
    }

    private EventSourceMapping Changed(EventSourceMapping old, EventSourceUpdate change)
    {
        var (size, window) =
            (change.BatchSize ?? old.BatchSize, change.MaximumBatchingWindowInSeconds ?? old.MaximumBatchingWindowInSeconds);
        new MemberConstraints()
            .Range("batchSize", size, 1, 10_000)
            .Range("maximumBatchingWindowInSeconds", window, 0, 300)
            .ThrowIfAny();
        if (change.FunctionResponseTypes?.FirstOrDefault(type => type != "ReportBatchItemFailures") is { } other)
        {
            new MemberConstraints().That(false, "functionResponseTypes", $"[{other}]",
                "Member must satisfy constraint: [Member must satisfy enum value set: [ReportBatchItemFailures]]").ThrowIfAny();
        }
        if (size > SqsService.Batch && window == 0)
            throw LambdaErrors.Invalid(
                "Maximum batch window in seconds must be greater than 0 if maximum batch size is greater than 10");
        return old with
        {
            FunctionArn = change.Function is null ? old.FunctionArn : FunctionArn(change.Function),
            BatchSize = size,
            MaximumBatchingWindowInSeconds = window,
            FunctionResponseTypes = change.FunctionResponseTypes ?? old.FunctionResponseTypes,
            IsEnabled = change.IsEnabled ?? old.IsEnabled,
            Due = Due(),
            LastModified = store.Now,
        };
    }

    private string FunctionArn(string function)
    {
        var named = store.Parse(function);
        var record = store.Functions.GetValueOrDefault(named.Name);
        var isThere = record is not null
            && (named.Qualifier is null
                || record.Aliases.ContainsKey(named.Qualifier)
                || record.Version(named.Qualifier) is not null);
        return isThere ? Arn(named) : throw LambdaErrors.Invalid("Function does not exist");
    }

    private EventSourceMapping Settled(string id, string verb)
    {
        var mapping = Require(id);
        return mapping.Due <= store.Now ? mapping
            : throw LambdaErrors.MappingInUse(verb);
    }

    private EventSourceMapping Require(string id) => _mappings.TryGetValue(id, out var mapping) && !IsGone(mapping)
        ? mapping
        : throw LambdaErrors.NotFound("The resource you requested does not exist.");

    private bool IsGone(EventSourceMapping mapping) => mapping.Change == "Deleting" && mapping.Due <= store.Now;

    private DateTimeOffset Due() => store.Now + store.Lifecycle.UpdateDelay;

    private string Arn(FunctionReference named) => store.Arn(named.Name, named.Qualifier);
}
