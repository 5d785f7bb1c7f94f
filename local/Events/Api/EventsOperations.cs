using System.Collections.Frozen;
using System.Text.Json.Nodes;
using Canary.Local.Wire;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.Events.Api;

/// <summary>The operations of the wire by AWS's names.</summary>
internal static class EventsOperations
{
    private static readonly FrozenDictionary<string, Func<EventsService, Members, JsonObject>> Known =
        new Dictionary<string, Func<EventsService, Members, JsonObject>>
        {
            ["PutEvents"] = PutEvents,
            ["PutRule"] = RuleOperations.PutRule,
            ["DescribeRule"] = RuleOperations.DescribeRule,
            ["ListRules"] = RuleOperations.ListRules,
            ["EnableRule"] = (service, members) => RuleOperations.Switch(members, service.EnableRule),
            ["DisableRule"] = (service, members) => RuleOperations.Switch(members, service.DisableRule),
            ["DeleteRule"] = RuleOperations.DeleteRule,
            ["PutTargets"] = TargetOperations.PutTargets,
            ["ListTargetsByRule"] = TargetOperations.ListTargetsByRule,
            ["RemoveTargets"] = TargetOperations.RemoveTargets,
        }.ToFrozenDictionary();

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Finds one; null when Canary.Local does not have it.</summary>
    public static Func<EventsService, Members, JsonObject>? Find(string name) => Known.GetValueOrDefault(name);

    private static JsonObject PutEvents(EventsService service, Members members)
    {
        var entries = members.List("Entries") ?? throw CommonErrors.Value(null, "entries", "Member must not be null");
        members.RefuseOthers();
        return service.PutEvents(entries);
    }
}
