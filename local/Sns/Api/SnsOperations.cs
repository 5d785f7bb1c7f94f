using System.Collections.Frozen;
using Canary.Local.Sns.Errors;
using Canary.Local.Wire.Protocols;

namespace Canary.Local.Sns.Api;

/// <summary>The operations of the wire by AWS's names.</summary>
internal static class SnsOperations
{
    private static readonly FrozenDictionary<string, Func<SnsService, SnsInput, WireMap?>> Known =
        new Dictionary<string, Func<SnsService, SnsInput, WireMap?>>
        {
            ["CreateTopic"] = TopicOperations.CreateTopic,
            ["DeleteTopic"] = TopicOperations.DeleteTopic,
            ["ListTopics"] = TopicOperations.ListTopics,
            ["GetTopicAttributes"] = TopicOperations.GetTopicAttributes,
            ["SetTopicAttributes"] = TopicOperations.SetTopicAttributes,
            ["Publish"] = TopicOperations.Publish,
            ["Subscribe"] = SubscriptionOperations.Subscribe,
            ["Unsubscribe"] = SubscriptionOperations.Unsubscribe,
            ["ListSubscriptions"] = SubscriptionOperations.ListSubscriptions,
            ["ListSubscriptionsByTopic"] = SubscriptionOperations.ListSubscriptionsByTopic,
            ["GetSubscriptionAttributes"] = SubscriptionOperations.GetSubscriptionAttributes,
            ["SetSubscriptionAttributes"] = SubscriptionOperations.SetSubscriptionAttributes,
        }.ToFrozenDictionary();

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Finds one; null when Canary.Local does not have it.</summary>
    public static Func<SnsService, SnsInput, WireMap?>? Find(string name) => Known.GetValueOrDefault(name);

    /// <summary>A map, as XML shows it.</summary>
    public static WireMap Map(IEnumerable<KeyValuePair<string, string>> entries)
    {
        var map = new WireMap { IsMap = true };
        foreach (var (name, value) in entries) map.Add(name, value);
        return map;
    }

    /// <summary>A page of a list. The token is where the next one begins.</summary>
    public static WireMap Page<T>(string name, IReadOnlyList<T> all, string? token, Func<T, WireMap> write)
    {
        const int Most = 100;
        var start = 0;
        if (token is not null && (!int.TryParse(token, out start) || start < 0)) throw SnsErrors.Invalid("NextToken");
        var page = new WireMap { { name, all.Skip(start).Take(Most).Select(write).ToList<object>() } };
        if (start + Most < all.Count) page.Add("NextToken", $"{start + Most}");
        return page;
    }
}
